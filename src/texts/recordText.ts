import { requireArgument } from '../core/argument.js';
import type { OwnMatter, OwnView } from '../credit/ownView.js';
import type { Publicity } from '../credit/publication/publishedOn.js';
import type { FactKind } from '../credit/record/entry.js';
import type { RepairPath } from '../programme/repairPath.js';
import { actText } from './act.js';
import { levelInZh } from './codeWords.js';
import { describe, type Lang } from './describe.js';
import {
  effectWords,
  entryKindWords,
  matterStateWords,
  needWords,
  publicityWords,
  severityWords,
} from './recordWords.js';

type Say = (zh: string, en: string) => string;
const sayIn =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

/**
 * An entity's own record in words: each matter with who reported it, until when it is published, and
 * how it is repaired.
 *
 * @example
 * ```ts
 * import { emptyRecord, ownView } from 'evenhand/credit';
 * import { examplePublication } from 'evenhand/schemes';
 * import { recordText } from 'evenhand/texts';
 *
 * const view = ownView(emptyRecord('A'), '2026-01-15', { publication: [examplePublication] });
 * recordText(view, 'en').split('\n')[0]; // => 'Record of A on 2026-01-15, as known on 2026-01-15'
 * ```
 */
export function recordText(view: OwnView, lang: Lang): string {
  requireArgument(
    'recordText',
    'view',
    view,
    { matters: 'array', lists: 'array' },
    'recordAsOf(…)',
  );
  const say = sayIn(lang);
  const { entity, on, known, matters, lists, pending } = view;
  return [
    say(
      `${entity} 的信用记录（截至 ${on}，以 ${known} 所知为准）`,
      `Record of ${entity} on ${on}, as known on ${known}`,
    ),
    ...(matters.length === 0 ? [say('  没有记录', '  nothing is on it')] : []),
    ...matters.flatMap((one) => matterLines(one, lang)),
    ...(lists.length === 0
      ? []
      : [
          say('在列名单：', 'On the lists:'),
          ...lists.map(({ list, since, until }) =>
            say(
              `  ${list}，自 ${since}${until === undefined ? '' : ` 至 ${until}`}`,
              `  ${list}, since ${since}${until === undefined ? '' : `, to ${until}`}`,
            ),
          ),
        ]),
    ...pending.map((one) =>
      say(
        `待处理：条目 ${one.id} 针对的 ${one.refers} 尚未报送`,
        `Pending: entry ${one.id} is about ${one.refers}, which nobody reported yet`,
      ),
    ),
  ].join('\n');
}

function matterLines({ matter, publicity, repair }: OwnMatter, lang: Lang): string[] {
  const say = sayIn(lang);
  const { kind, reference, fields, state, conflicts, steps, reports } = matter;
  const severity =
    fields.severity === undefined
      ? ''
      : ` (${severityWords[fields.severity]?.[lang] ?? fields.severity})`;
  const departments = [...new Set(reports.map(({ department }) => department))].join(', ');
  return [
    `${fields.on}  ${entryKindWords[kind][lang]}${severity}  ${reference}  [${matterStateWords[state][lang]}]`,
    say(`    报送：${departments}`, `    reported by ${departments}`),
    ...conflicts.map(({ field, department, said }) =>
      say(
        `    ${department} 另报 ${field}：${said}（未采用）`,
        `    ${department} said ${field} ${said} (not taken)`,
      ),
    ),
    ...steps.map(({ entry, effect, issues = [] }) => {
      const what =
        entry.deed === undefined
          ? ''
          : say(`：${needWords[entry.deed].zh}`, `: ${needWords[entry.deed].en}`);
      const why = issues.map((issue) => describe({ ...issue, path: [] }, lang)).join('; ');
      const line = `    ${entry.on}  ${entryKindWords[entry.kind][lang]}${what}  [${effectWords[effect][lang]}]`;
      return why === '' ? line : `${line} ${why}`;
    }),
    `    ${publicityText(publicity, lang)}`,
    ...(repair === undefined || SPEAKS_FOR.includes(kind)
      ? []
      : [`    ${repairLine(repair, lang)}`]),
  ];
}

/** What speaks for a firm needs no repair. */
const SPEAKS_FOR: readonly FactKind[] = ['permit', 'award', 'commitment-made', 'commitment-kept'];

/** Whether a matter is published, until when and why, in one line. */
export function publicityText(publicity: Publicity, lang: Lang): string {
  requireArgument('publicityText', 'publicity', publicity, { reason: 'string' });
  const say = sayIn(lang);
  const { isPublished, reason, until } = publicity;
  const why = publicityWords[reason][lang];
  if (!isPublished) return say(`不公示：${why}`, `not published: ${why}`);
  return until === undefined
    ? say(`公示中：${why}`, `published: ${why}`)
    : say(`公示至 ${until}：${why}`, `published to ${until}: ${why}`);
}

function repairLine(
  { can, firstDay = '', open }: NonNullable<OwnMatter['repair']>,
  lang: Lang,
): string {
  const say = sayIn(lang);
  if (can === 'never') return say('不可修复', 'can never be repaired');
  const wanting = open.map(({ need }) => needWords[need][lang]).join(say('、', ', '));
  if (can === 'now') return say('现在即可申请修复', 'can be repaired now');
  return wanting === ''
    ? say(`最早于 ${firstDay} 修复`, `can be repaired from ${firstDay}`)
    : say(
        `最早于 ${firstDay} 修复，尚需：${wanting}`,
        `can be repaired from ${firstDay}, still wanting: ${wanting}`,
      );
}

/** The path to a grade in words. */
export function repairPathText(path: RepairPath, lang: Lang): string {
  requireArgument('repairPathText', 'path', path, { by: 'array', steps: 'array' }, 'repairPath(…)');
  const say = sayIn(lang);
  const { from, grade, earliest, by, steps, waiting } = path;
  const wantingOf = (id: string): string => {
    const deeds = steps.find(({ matter }) => matter === id)?.deeds ?? [];
    return deeds.map((deed) => needWords[deed][lang]).join(say('、', ', '));
  };
  return [
    say(
      `最早于 ${earliest} 由${levelInZh(from)}级升为${levelInZh(grade)}级${by.length > 0 ? '，需要：' : '，无需任何行动'}`,
      `From ${from} to ${grade} on ${earliest} at the earliest${by.length > 0 ? ', by' : ', by waiting alone'}`,
    ),
    ...by.flatMap((act) => {
      const ids = act.kind === 'repair' ? [act.event] : act.kind === 'leave' ? act.events : [];
      const wanting = [...new Set(ids.map(wantingOf))].filter((one) => one !== '').join('; ');
      const line = `  ${actText(act, lang)}`;
      return wanting === ''
        ? [line]
        : [line, say(`    须先：${wanting}`, `    once this is there: ${wanting}`)];
    }),
    ...(waiting === undefined || by.length === 0
      ? []
      : [say(`  不采取行动则为 ${waiting}`, `  with no act at all on ${waiting}`)]),
  ].join('\n');
}
