import { requireArgument } from '../core/argument.js';
import type { Measure, OversightReport } from '../oversight/oversightTypes.js';
import type { Lang } from './describe.js';
import { measureWords, wayWords } from './oversightWords.js';

/**
 * A report of oversight as lines to read: what was covered, found, overturned, late and overridden, with
 * counts beside every share.
 *
 * @returns lines that end in `\n`
 * @example
 * ```ts
 * import { oversightReport } from 'evenhand/oversight';
 * import { oversightText } from 'evenhand/texts';
 *
 * const promised = { drawId: 'EX-1', year: 2026, strata: [], demands: [], visits: [], deferred: [] };
 * const report = oversightReport({ promised, outcomes: [], asOf: '2026-12-31' });
 * oversightText(report, 'en').split('\n')[0]; // => 'Oversight of EX-1, 2026, as of 2026-12-31'
 * ```
 */
export function oversightText(report: OversightReport, lang: Lang): string {
  requireArgument(
    'oversightText',
    'report',
    report,
    { hits: 'object', coverage: 'object' },
    'oversight(…)',
  );
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { drawId, year, asOf, hits, publication, overrides, decisions, coverage, measures } =
    report;
  const { targeting } = hits;
  const missed = coverage.certain.filter(({ overdue }) => overdue > 0);
  return [
    say(
      `${drawId} 监管执法评议（${year} 年，截至 ${asOf}）`,
      `Oversight of ${drawId}, ${year}, as of ${asOf}`,
    ),
    say(
      '不以检查或处罚的多少评优劣：分母为计划所承诺的，问题只计个数。',
      'No quota: shares are of what was promised, and what went wrong is counted plainly.',
    ),
    '',
    ...measures.map((one) => measureLine(one, lang)),
    '',
    say('发现问题的检查（95% 区间，Wilson）', 'Visits that found a fault (95 % interval, Wilson)'),
    ...hits.ways
      .filter(({ visits }) => visits > 0)
      .map(
        ({ way, visits, hits: found, interval }) =>
          `  ${wayWords[way][lang]}  ${found}/${visits}  ${percent(interval.low)}–${percent(interval.high)}`,
      ),
    say(
      `  定向减不定向 ${percent(targeting.difference)}（${percent(targeting.low)} 至 ${percent(targeting.high)},Newcombe）`,
      `  by condition less among all: ${percent(targeting.difference)} (${percent(targeting.low)} to ${percent(targeting.high)}, Newcombe)`,
    ),
    ...section(
      say('逾期的全覆盖事项', 'Certain checks overdue'),
      missed.map(({ task, reason, overdue, due }) => `${task} (${reason})  ${overdue}/${due}`),
    ),
    ...section(
      say('复查结果', 'Reviews'),
      decisions.map(({ authority, pending, upheld, changed, overturned }) =>
        say(
          `${authority}  维持 ${upheld}，变更 ${changed}，撤销 ${overturned}，未结 ${pending}`,
          `${authority}  upheld ${upheld}, changed ${changed}, overturned ${overturned}, pending ${pending}`,
        ),
      ),
    ),
    ...section(
      say('逾期公示', 'Public too late'),
      publication.late.map(({ visit, by, publishedOn, workingDaysLate }) =>
        say(
          `${visit}  期限 ${by}，${publishedOn ?? '尚未公示'}，逾期 ${workingDaysLate} 个工作日`,
          `${visit}  by ${by}, ${publishedOn ?? 'still not public'}, ${workingDaysLate} working days late`,
        ),
      ),
    ),
    ...section(
      say('人员未按规则结论办理', 'Answers overridden, by officer'),
      overrides.officers
        .filter(({ overridden, limits }) => overridden + limits > 0)
        .map(({ officer, overridden, proposals, withoutReason, limits }) =>
          say(
            `${officer}  ${overridden}/${proposals}，无理由 ${withoutReason}，突破上限 ${limits}`,
            `${officer}  ${overridden}/${proposals}, without a reason ${withoutReason}, limits ${limits}`,
          ),
        ),
    ),
    '',
  ].join('\n');
}

/**
 * A measure in words: its name, and its count or its share with both numbers.
 *
 * @example
 * ```ts
 * import { measureText } from 'evenhand/texts';
 *
 * measureText({ id: 'published-late', better: 'less', part: 3 }, 'en'); // => { name: 'results public too late', value: '3' }
 * measureText({ id: 'together', better: 'more', part: 3, of: 4 }, 'zh').value; // => '3/4'
 * ```
 */
export function measureText(
  measure: Measure,
  lang: Lang,
): { readonly name: string; readonly value: string } {
  requireArgument('measureText', 'measure', measure, 'object');
  const { id, part, of } = measure;
  const name = measureWords[id]?.[lang] ?? id;
  if (of === undefined) return { name, value: String(part) };
  if (of === 0) return { name, value: '–' };
  const isDifference = id === 'targeting';
  return {
    name,
    value: isDifference ? percent(Math.round((part * 10_000) / of)) : `${part}/${of}`,
  };
}

function measureLine(measure: Measure, lang: Lang): string {
  const { name, value } = measureText(measure, lang);
  const isOpen = measure.better === 'neither' && value !== '–';
  const tail = lang === 'zh' ? '（本身无好坏）' : ' (neither good nor bad)';
  return `  ${name}  ${value}${isOpen ? tail : ''}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** Parts of ten thousand as percent with two digits. */
export function percent(parts: number): string {
  const sign = parts < 0 ? '−' : '';
  const whole = Math.abs(parts);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}%`;
}
