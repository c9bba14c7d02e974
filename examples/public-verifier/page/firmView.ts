import { deferralText, type PlaceChange } from 'evenhand/notice';
import type { FirmAnswer, FirmTask, FirmVisit } from '../messages.js';
import { byHandView } from './byHandView.js';
import { type Content, element } from './element.js';
import { count } from './numbers.js';
import { proofView } from './proofView.js';
import { ticketLine } from './ticketLine.js';
import { filled, type Lang, phrases, type Text, whyText } from './words.js';

/** What a draw means for one firm: what concerns it first, all other tasks folded away. */
export function firmView(answer: FirmAnswer, lang: Lang): HTMLElement[] {
  const { code, typed, impossible, tasks } = answer;
  if (impossible !== undefined) {
    return [
      element(
        'p',
        { class: 'fault' },
        filled(phrases.firm.impossible[lang], { why: whyText(impossible, lang) }),
      ),
    ];
  }
  const concerned = [
    ...tasks.filter(isVisited),
    ...tasks.filter((task) => concerns(task) && !isVisited(task)),
  ];
  const others = tasks.filter((task) => !concerns(task));
  const view = (task: FirmTask): HTMLElement => taskView(task, answer, lang);
  return [
    ...(typed === undefined
      ? []
      : [element('p', { class: 'note' }, filled(phrases.firm.changed[lang], { code, typed }))]),
    summaryView(answer, lang),
    ...visitViews(answer, lang),
    ...concerned.map(view),
    ...(others.length === 0
      ? []
      : [
          element(
            'details',
            { class: 'others' },
            element('summary', {}, filled(phrases.firm.others[lang], { count: others.length })),
            ...others.map(view),
          ),
        ]),
  ];
}

/** What stands between the members of a list. */
const commas: Text = { zh: '、', en: ', ' };

const isVisited = ({ result: { kind } }: FirmTask): boolean =>
  kind === 'drawn' || kind === 'certain' || kind === 'take-all';

/** Whether the firm is in by lot as things stand: the last amendment that concerned it says, else the draw. */
function isIn({ result: { kind }, changes }: FirmTask): boolean {
  const last = changes.at(-1);
  if (last !== undefined) return last.kind !== 'struck';
  return kind === 'drawn' || kind === 'take-all';
}

/** Whether the firm stands in a task, as far as that is known, or a proof, true or forged, says so. */
const concerns = ({ result: { kind }, proof }: FirmTask): boolean =>
  proof !== undefined || (kind !== 'not-in-frame' && kind !== 'not-listed');

function summaryView(
  { code, isKnown, hasFrame, tasks, visits }: FirmAnswer,
  lang: Lang,
): HTMLElement {
  const { summary, unknown, unknownWithFrame } = phrases.firm;
  const count = (is: (task: FirmTask) => boolean): number => tasks.filter(is).length;
  const text = isKnown ? summary : hasFrame ? unknownWithFrame : unknown;
  return element(
    'p',
    { class: 'summary' },
    filled(text[lang], {
      ...{
        code,
        drawn: count(isIn),
        certain: count(({ result }) => result.kind === 'certain'),
        visits: visits.length,
      },
    }),
  );
}

function visitViews({ visits, desk, deferred }: FirmAnswer, lang: Lang): HTMLElement[] {
  const lines = [
    ...visits.map((visit) => visitLine(visit, lang)),
    ...(desk.length === 0 ? [] : [filled(phrases.firm.desk[lang], { tasks: desk.join(' · ') })]),
    ...deferred.map((one) =>
      filled(phrases.firm.deferred[lang], { ...one, reason: deferralText(one.reason, lang) }),
    ),
  ];
  return lines.length === 0
    ? []
    : [element('ul', { class: 'visits' }, ...lines.map((line) => element('li', {}, line)))];
}

function visitLine(visit: FirmVisit, lang: Lang): string {
  const { day, kind, lead, partners, items, members, leader } = visit;
  const comma = commas[lang];
  const team =
    leader === undefined
      ? phrases.firm.noTeam[lang]
      : filled(phrases.firm.members[lang], { members: members.join(comma), leader });
  const bodies = [
    filled(phrases.firm.lead[lang], { lead }),
    partners.length === 0
      ? ''
      : filled(phrases.firm.with[lang], { partners: partners.join(comma) }),
  ];
  return [`${day} ${phrases.kinds[kind][lang]}`, bodies.join(''), items.join(comma), team].join(
    ' · ',
  );
}

function taskView(task: FirmTask, answer: FirmAnswer, lang: Lang): HTMLElement {
  const { result } = task;
  const isPassedOver = result.kind === 'not-drawn' && result.isPassedOver;
  const word: Text = isPassedOver ? phrases.passedOver : phrases.results[result.kind];
  return element(
    'article',
    { class: `task ${isPassedOver ? 'passed-over' : result.kind}`, 'data-task': task.id },
    element('h3', {}, element('span', { class: 'tag' }, word[lang]), task.name),
    line(task, lang),
    ...task.changes.map((change) => changeView(change, lang)),
    ...ticketRows(task, lang),
    result.kind === 'certain' ? undefined : byHandView(task, answer, lang),
    task.proof === undefined ? proofButton(task, answer, lang) : proofView(task.proof, lang),
  );
}

function changeView({ kind, ...values }: PlaceChange, lang: Lang): HTMLElement {
  return element('p', { class: `change ${kind}` }, filled(phrases.changes[kind][lang], values));
}

/** Asks for the proof of its place, where the frame is there to make it of; `page.ts` listens. */
function proofButton(
  { id, canProve }: FirmTask,
  { code }: FirmAnswer,
  lang: Lang,
): HTMLElement | undefined {
  if (!canProve) return undefined;
  const attributes = { type: 'button', class: 'plain', 'data-prove': id, 'data-code': code };
  return element('button', attributes, phrases.proof.make[lang]);
}

function line({ result }: FirmTask, lang: Lang): Content {
  const { lines } = phrases;
  const p = (text: Text, values: Readonly<Record<string, string | number>>): HTMLElement =>
    element('p', {}, filled(text[lang], values));
  switch (result.kind) {
    case 'certain':
      return p(lines.certain, { reason: result.reason });
    case 'not-in-frame':
      return undefined;
    case 'take-all': {
      const { stratum, reason, weight = 1 } = result;
      return p(lines['take-all'], { stratum, reason, weight });
    }
    case 'not-listed': {
      const { strata, below, byWeight } = result;
      const comma = commas[lang];
      const open =
        byWeight.length === 0
          ? ''
          : filled(lines.byWeight[lang], { byWeight: byWeight.join(comma) });
      const told =
        below.length > 0
          ? filled(lines.belowSome[lang], { below: below.join(comma) })
          : open === '' || strata > 0
            ? filled(lines.aboveAll[lang], { strata })
            : '';
      return element('p', {}, [told, open].filter((text) => text !== '').join(' '));
    }
    default: {
      const { stratum, size, quota } = result;
      const values = { stratum, size: count(size), quota: count(quota) };
      if (result.kind !== 'not-drawn')
        return p(lines[result.kind], { ...values, place: result.place });
      if (result.isPassedOver) {
        return p(result.key === undefined ? lines.passedOver : lines.passedOverByWeight, values);
      }
      if (result.key !== undefined) return p(lines.lighter, values);
      return p(quota === 0 ? lines.noneDrawn : lines['not-drawn'], values);
    }
  }
}

/** Ticket and threshold one under the other, so that the eye compares them digit by digit. */
function ticketRows({ ticket, offset, result }: FirmTask, lang: Lang): Element[] {
  if (!('stratum' in result)) return [];
  const rows: [Text, string | undefined][] = [
    [phrases.ticket, ticket],
    [phrases.lastIn, result.lastIn],
    [phrases.firstOut, result.firstOut],
    [phrases.begins, offset === 0 ? undefined : offset.toString(16).padStart(13, '0')],
    [phrases.weight, result.weight === undefined ? undefined : String(result.weight)],
    [phrases.key, result.key],
    [phrases.lastInKey, result.key === undefined ? undefined : result.lastInKey],
  ];
  const shown = rows.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [element('dt', {}, name[lang]), element('dd', { class: 'hex' }, value)],
  );
  const digits = element('dl', { class: 'tickets' }, ...shown);
  // By weight the order is not that of the tickets, so no line of tickets shows it.
  return result.weight === undefined
    ? [ticketLine(ticket, result.lastIn, offset), digits]
    : [digits];
}
