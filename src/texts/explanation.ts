import type { Assessment } from '../programme/assess.js';
import type { ProgrammeSource, RoleReference } from '../programme/programme.js';
import type { AppliedOverride, Rating } from '../scoring/rating.js';
import type { Reason } from '../scoring/reason.js';
import type { Lang } from './describe.js';
import { contentWords, methodWords, roleWords, roundingWords } from './words.js';

/**
 * An assessment as a page a firm or a court can read: every contribution to both scores with its
 * article, the bands, what overrode them, the measures, and the documents with their digests.
 *
 * @param assessment - the receipt
 * @param lang - `zh` or `en`
 * @param programme - gives the rules their titles; without it they go by their ids
 * @returns lines that end in `\n`
 * @example
 * ```ts
 * import { assess, parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { explanationText } from 'evenhand/texts';
 *
 * const firm = { id: 'A', facts: { industry: '6210' }, lists: [], events: [] };
 * const receipt = assess(parseProgramme(exampleProgramme), firm, { asOf: '2026-01-15' });
 * explanationText(receipt, 'en').split('\n')[0]; // => 'Assessment of A as of 2026-01-15 (simulation)'
 * ```
 */
export function explanationText(
  assessment: Assessment,
  lang: Lang,
  programme?: ProgrammeSource,
): string {
  const { entity, asOf, mode, credit, risk, cell, measures, documents } = assessment;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const titles = titlesOf(programme, lang);
  const { grade, ...creditRating } = credit;
  const { tier, ratio, rule, frequency, method, content, key } = measures;
  const isSimulation = mode === 'simulation';
  return [
    say(
      `${entity} 的评定(截至 ${asOf}${isSimulation ? ',模拟' : ''})`,
      `Assessment of ${entity} as of ${asOf}${isSimulation ? ' (simulation)' : ''}`,
    ),
    '',
    ...ratingLines({ ...creditRating, level: grade }, say('信用', 'Credit'), lang, titles),
    '',
    ...ratingLines(risk, say('风险', 'Risk'), lang, titles),
    '',
    say(
      `矩阵单元:风险 ${cell.risk} × 信用 ${cell.credit},综合等级 ${tier}`,
      `Cell of the matrix: risk ${cell.risk} × credit ${cell.credit}, tier ${tier}`,
    ),
    ...(key ? [say('  重点监管:全覆盖,不经抽签', '  key supervision: visited for certain')] : []),
    say(
      `  抽查比例 ${ratio}(${roundingWords[rule].zh})`,
      `  share drawn ${ratio} (${roundingWords[rule].en})`,
    ),
    say(
      `  频次:${frequency.months} 个月内 ${frequency.visits} 次`,
      `  frequency: ${frequency.visits} within ${frequency.months} months`,
    ),
    say(`  方式:${methodWords[method].zh}`, `  method: ${methodWords[method].en}`),
    say(`  内容:${contentWords[content].zh}`, `  content: ${contentWords[content].en}`),
    '',
    say('依据的文件(SHA-256 摘要)', 'Documents, with their SHA-256'),
    ...[{ role: 'programme' as const, ...assessment.programme }, ...documents].map((one) =>
      documentLine(one, lang),
    ),
    say(`  输入 ${assessment.input}`, `  input ${assessment.input}`),
    say(`  软件 ${assessment.engine}`, `  engine ${assessment.engine}`),
    '',
  ].join('\n');
}

type Titles = ReadonlyMap<string, string>;

/** The titles of rules, by scheme id, version and rule id. */
function titlesOf(programme: ProgrammeSource | undefined, lang: Lang): Titles {
  const titles = new Map<string, string>();
  for (const document of programme?.documents ?? []) {
    if (document.kind !== 'scheme') continue;
    for (const { id, title } of [...document.terms, ...(document.parts ?? [])]) {
      if (title !== undefined) titles.set(titleKey(document, id), title[lang]);
    }
  }
  return titles;
}

const titleKey = (scheme: { readonly id: string; readonly version: string }, rule: string) =>
  `${scheme.id}@${scheme.version}/${rule}`;

function ratingLines(rating: Rating, name: string, lang: Lang, titles: Titles): string[] {
  const { scheme, start, score, level, band, reasons, overrides } = rating;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const points = reasons.map((reason) => signed(reason.points));
  const width = Math.max(start.length, score.length + 2, ...points.map((text) => text.length));
  const line = (first: string, text: string): string => `  ${first.padStart(width)}  ${text}`;
  return [
    say(
      `${name}:${level},得分 ${score}(${scheme.id}@${scheme.version})`,
      `${name}: ${level}, score ${score} (${scheme.id}@${scheme.version})`,
    ),
    line(start, say('起始分', 'to begin with')),
    ...reasons.map((reason, i) => {
      const title = titles.get(titleKey(scheme, reason.rule)) ?? reason.rule;
      const detail = detailOf(reason, lang);
      return line(
        points[i] as string,
        `${title}${detail === '' ? '' : say(`:${detail}`, `: ${detail}`)}${source(reason.article)}`,
      );
    }),
    line(
      `= ${score}`,
      say(`分数段 ${band.range}:${band.level}`, `band ${band.range}: ${band.level}`) +
        source(band.article),
    ),
    ...overrides.map((override) => overrideLine(override, lang)),
  ];
}

function overrideLine({ reason, from, to, article }: AppliedOverride, lang: Lang): string {
  const step = lang === 'zh' ? `调整:${from} → ${to},` : `override: ${from} → ${to}, `;
  return `  ${step}${reason[lang]}${source(article)}`;
}

const source = (article: string): string => (article === '' ? '' : ` [${article}]`);

/** What a rule saw, in words. */
function detailOf(reason: Reason, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { what, input = '', given = '', bin = '', event, repaired = false, share, times } = reason;
  switch (what) {
    case 'bin':
    case 'lookup':
    case 'number':
      return say(
        `${input} = ${given}${bin === '' ? '' : `,属于 ${bin}`}`,
        `${input} = ${given}${bin === '' ? '' : `, in ${bin}`}`,
      );
    case 'condition':
      return given === 'yes'
        ? say('条件成立', 'the condition holds')
        : say('条件不成立', 'the condition does not hold');
    case 'missing':
      return say(`缺少 ${input},按规定计分`, `${input} is not known, the rule says what then`);
    case 'cap':
      return say(`合计限于 ${bin}`, `the sum is held at ${bin}`);
    case 'event':
      return [
        event === undefined ? '' : `${event.on} ${event.kind} (${event.id})`,
        repaired ? say('已修复', 'repaired') : '',
        share === undefined ? '' : say(`按 ${share} 计`, `counted ${share}`),
        times === undefined
          ? ''
          : say(
              `第 ${reason.ordinal} 次,乘 ${times}`,
              `number ${reason.ordinal} of its like, times ${times}`,
            ),
        reason.mergedInto === undefined
          ? ''
          : say(`并入 ${reason.mergedInto}`, `counted with ${reason.mergedInto}`),
        reason.suspendedBy === undefined
          ? ''
          : say(`因 ${reason.suspendedBy} 暂不计`, `suspended by ${reason.suspendedBy}`),
      ]
        .filter((text) => text !== '')
        .join(say(',', ', '));
  }
}

const signed = (points: string): string =>
  points.startsWith('-') || Number(points) === 0 ? points : `+${points}`;

function documentLine(
  {
    role,
    id,
    version,
    digest,
  }: Omit<RoleReference, 'role'> & { readonly role: keyof typeof roleWords },
  lang: Lang,
): string {
  return `  ${roleWords[role][lang]} ${id}@${version} ${digest}`;
}
