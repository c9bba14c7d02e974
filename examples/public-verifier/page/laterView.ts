import type { Amended, Difference, Later } from '../messages.js';
import { differenceView } from './differenceView.js';
import { element } from './element.js';
import { mark } from './marks.js';
import { filled, type Lang, phrases } from './words.js';

/** The seal, then the amendments one after the other: who was struck, who came in, who goes. */
export function laterViews(later: Later, lang: Lang): HTMLElement[] {
  const { seal, chain, amendments } = later;
  const words = phrases.later;
  return [
    ...(seal === undefined
      ? []
      : [
          item(
            { kind: 'seal', ...seal, isSure: seal.isOpened || !seal.ok },
            element('p', {}, words[seal.isOpened ? 'opened' : 'sealed'][lang]),
            digests([
              [words.digestOfSeal[lang], seal.digest],
              [words.digestOfB[lang], seal.noticeB],
            ]),
            lang,
          ),
        ]),
    ...(amendments.length === 0
      ? []
      : [
          item(
            { kind: 'chain', ok: true, ...chain, isSure: chain !== undefined },
            element('p', {}, filled(words.chain[lang], { count: amendments.length })),
            element('ol', {}, ...amendments.map((one) => amendmentView(one, lang))),
            lang,
          ),
        ]),
  ];
}

interface Sureness {
  readonly kind: string;
  readonly ok: boolean;
  /** Whether it could be compared with notice B. */
  readonly isSure: boolean;
  readonly difference?: Difference;
}

function item(
  { kind, ok, isSure, difference }: Sureness,
  line: HTMLElement,
  more: HTMLElement,
  lang: Lang,
): HTMLElement {
  const state = !ok ? 'wrong' : isSure ? 'ok' : 'skipped';
  return element(
    'li',
    { class: state, 'data-later': kind },
    mark(state, phrases.marks[state][lang]),
    element(
      'div',
      {},
      line,
      difference === undefined ? undefined : differenceView(difference, lang),
      more,
    ),
  );
}

function digests(rows: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'dl',
    { class: 'tickets' },
    ...rows.flatMap(([name, value]) => [
      element('dt', {}, name),
      element('dd', { class: 'hex' }, value),
    ]),
  );
}

function actLines(act: Amended['act'], lang: Lang): string[] {
  const words = phrases.later;
  if (act.kind === 'strike') return [filled(words.struck[lang], { ...act })];
  if (act.kind === 'absence') return [filled(words.absent[lang], { ...act })];
  const { strata, ...values } = act;
  return [
    filled(words.toppedUp[lang], values),
    ...strata.map((one) => filled(words.stratumMore[lang], { ...one })),
  ];
}

function amendmentView(
  { number, act, visits, desk, teams, unstaffed, digest }: Amended,
  lang: Lang,
) {
  const words = phrases.later;
  const comma = lang === 'zh' ? '、' : ', ';
  const lines = [
    ...actLines(act, lang),
    ...(act.kind !== 'strike'
      ? []
      : act.substitute === undefined
        ? [words.noSubstitute[lang]]
        : [filled(words.cameIn[lang], { substitute: act.substitute, ticket: act.ticket ?? '' })]),
    ...visits.map(({ entity, day, kind }) =>
      filled(words.visit[lang], { entity, day, kind: phrases.kinds[kind][lang] }),
    ),
    ...desk.map((one) => filled(words.desk[lang], one)),
    ...teams.map(({ visit, members, leader }) =>
      [visit, filled(phrases.firm.members[lang], { members: members.join(comma), leader })].join(
        ' · ',
      ),
    ),
    ...(unstaffed.length === 0
      ? []
      : [filled(words.unstaffed[lang], { visits: unstaffed.join(comma) })]),
  ];
  return element(
    'li',
    { value: String(number), 'data-amendment': String(number) },
    ...lines.map((line) => element('p', {}, line)),
    element('p', { class: 'hex' }, digest),
  );
}
