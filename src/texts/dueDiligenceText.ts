import { requireArgument } from '../core/argument.js';
import type { DueDiligenceFile } from '../oversight/dueDiligenceTypes.js';
import type { Event } from '../register/nouns.js';
import { eventWord, levelWord } from './codeWords.js';
import { describe, type Lang } from './describe.js';
import { explanationText } from './explanation.js';
import {
  answerWords,
  checkWords,
  circumstanceWords,
  dutyWords,
  wayWords,
} from './oversightWords.js';

/**
 * A due-diligence file to be read by whoever decides on an exemption (尽职免责).
 *
 * @returns lines that end in `\n`
 * @example
 * ```ts
 * import { dueDiligence } from 'evenhand/oversight';
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { dueDiligenceText } from 'evenhand/texts';
 *
 * const firm = { id: 'E1', facts: { industry: '6210' }, lists: [], events: [] };
 * const file = dueDiligence({ programme: parseProgramme(exampleProgramme), firm, day: '2026-03-01' });
 * dueDiligenceText(file, 'en').split('\n')[0]; // => 'Due-diligence file of E1 about 2026-03-01, written on 2026-03-01'
 * ```
 */
export function dueDiligenceText(file: DueDiligenceFile, lang: Lang): string {
  requireArgument(
    'dueDiligenceText',
    'file',
    file,
    { learntSince: 'array', speaksTo: 'array' },
    'dueDiligence(…)',
  );
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { entity, day, writtenOn, then, learntSince, hindsight, speaksTo, leftToPeople } = file;
  const words = (some: DueDiligenceFile['speaksTo']): string =>
    some.map((one) => circumstanceWords[one][lang]).join(say('、', ', '));
  const part = (title: string, lines: readonly string[], none: string): string[] => [
    '',
    title,
    ...(lines.length === 0 ? [`  ${none}`] : lines.map((line) => `  ${line}`)),
  ];
  const nothing = say('无', 'none');
  return [
    say(
      `${entity} 尽职免责卷宗（所查日期 ${day}，形成于 ${writtenOn}）`,
      `Due-diligence file of ${entity} about ${day}, written on ${writtenOn}`,
    ),
    say(
      `当时材料摘要 ${file.digest}；软件 ${file.engine}`,
      `digest of what was known then ${file.digest}; engine ${file.engine}`,
    ),
    ...part(
      say('一、可以核算的条件', '1. Conditions that can be computed'),
      then.checks.map(({ check, answer, shownBy }) => {
        const shown =
          shownBy.length === 0
            ? ''
            : `  [${shownBy.slice(0, 5).join(', ')}${shownBy.length > 5 ? ' …' : ''}]`;
        return `${checkWords[check][lang]}${say('：', ': ')}${answerWords[answer][lang]}${shown}`;
      }),
      nothing,
    ),
    ...part(
      say('二、当时已知的事实', '2. What was known'),
      then.events.map((event) => eventLine(event, lang)),
      nothing,
    ),
    ...(then.lists.length === 0
      ? []
      : [`  ${say('在列名单：', 'on the lists: ')}${then.lists.join(say('、', ', '))}`]),
    '',
    say('三、当时适用的规则', '3. The rule that applied'),
    ...(then.receipt === undefined
      ? then.issues.map((issue) => `  ${describe(issue, lang)}`)
      : explanationText(then.receipt, lang)
          .trimEnd()
          .split('\n')
          .map((line) => (line === '' ? '' : `  ${line}`))),
    ...part(
      say('四、计划要求的检查', '4. What the plan asked for'),
      then.duties.map(({ demand, way, window, state, visit, day: on, deferredBecause }) =>
        [
          `${demand}  ${wayWords[way][lang]}  ${window.from}–${window.to}  ${dutyWords[state][lang]}`,
          ...(visit === undefined ? [] : [visit, on as string]),
          ...(deferredBecause === undefined ? [] : [deferredBecause]),
        ].join('  '),
      ),
      nothing,
    ),
    ...part(
      say('五、已做的检查', '5. What was done'),
      then.visits.map(({ visit, day: on, lead, answered, faults, publishedOn }) =>
        say(
          `${on}  ${visit}  ${lead}  检查事项 ${answered.length} 项，发现问题 ${faults.length} 项，${publishedOn === undefined ? '尚未公示' : `${publishedOn} 公示`}`,
          `${on}  ${visit}  ${lead}  ${answered.length} items answered, faults at ${faults.length}, ${publishedOn === undefined ? 'not public yet' : `public on ${publishedOn}`}`,
        ),
      ),
      nothing,
    ),
    ...then.decisions.map(({ on, id, kind }) => `  ${on}  ${id}  ${kind}`),
    ...part(
      say('六、规则结论与办理', '6. Answers by rule, and what was done'),
      then.proposals.map(({ on, officer, about, proposed, done, reason }) =>
        proposed === done
          ? `${on}  ${officer}  ${about}  ${done}`
          : `${on}  ${officer}  ${about}  ${proposed} → ${done}  ${reason ?? say('未写明理由', 'no reason given')}`,
      ),
      nothing,
    ),
    ...then.refused.map(({ at, by, request, because }) =>
      say(
        `  ${at}  ${by} 的申请 ${request} 因上限被拒绝：${because.join('、')}`,
        `  ${at}  request ${request} of ${by} refused: ${because.join(', ')}`,
      ),
    ),
    ...part(
      say('七、事后才知道的事实（当时无人可据以行动）', '7. Learnt since: nobody could act on it'),
      learntSince.map((event) => eventLine(event, lang)),
      nothing,
    ),
    ...(hindsight === undefined
      ? []
      : [
          say(
            `  若当时已知，应为风险 ${levelWord(hindsight.risk, lang)} × 信用 ${levelWord(hindsight.credit, lang)}`,
            `  had it been known: risk ${hindsight.risk} × credit ${hindsight.credit}`,
          ),
        ]),
    '',
    say(
      `本卷宗涉及：${words(speaksTo)}。须由人综合分析：${words(leftToPeople)}。`,
      `The file speaks to ${words(speaksTo)}. For people to weigh: ${words(leftToPeople)}.`,
    ),
    '',
  ].join('\n');
}

function eventLine({ on, knownOn, kind, id, source }: Event, lang: Lang): string {
  const known = lang === 'zh' ? `（${knownOn} 获知）` : `  (${knownOn})`;
  return `${on}  ${eventWord(kind, lang)}  ${id}  ${source}${knownOn === undefined ? '' : known}`;
}
