import type { VisitCap, VisitLeast } from '../matrix/schedule.js';
import type { EntityTempoAt } from '../programme/tempos.js';
import { levelWord } from './codeWords.js';
import type { Lang } from './describe.js';
import { periodText } from './periodText.js';
import { methodWords } from './words.js';

/** How often an entity is visited by one schedule, from which visit that counts, and when it is next due. */
export function tempoLines(one: EntityTempoAt, lang: Lang): string[] {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { schedule, level, authority, last, lastBy, tempo, next, reliance, replaced } = one;
  const { method, strata = [], article } = one;
  const { floor, least, cap, methods = [] } = tempo;
  const rules = [
    ...(floor === undefined
      ? []
      : [
          say(
            `至少每 ${periodText(floor, lang)} 1 次`,
            `at least once in ${periodText(floor, lang)}`,
          ),
        ]),
    ...(least === undefined ? [] : [leastText(least, lang)]),
    ...(cap === undefined ? [] : [capText(cap, lang)]),
    ...(methods.length === 0
      ? []
      : [
          say(
            `方式轮换：${methods.map(methodZh).join('、')}`,
            `methods in turn: ${methods.join(', ')}`,
          ),
        ]),
  ].join(say('，', ', '));
  const by = authority === undefined ? '' : say(`（${authority}）`, ` (${authority})`);
  const counted =
    last === undefined
      ? say(`尚无检查记录${by}`, `no visit on record${by}`)
      : say(`上次检查 ${last}${by}`, `last visit ${last}${by}`) +
        (lastBy === undefined ? '' : say(`，依互认规则 ${lastBy}`, `, counted by ${lastBy}`));
  const turn =
    method === undefined || methods.length < 2
      ? ''
      : say(`；轮到${methodZh(method)}`, `; it is the turn of ${method}`);
  const source = article === '' ? '' : ` [${article}]`;
  return [
    say(
      `  检查频次 ${schedule.id}@${schedule.version}，${levelWord(level, lang)}：${rules}${source}`,
      `  schedule ${schedule.id}@${schedule.version}, ${level}: ${rules}${source}`,
    ),
    `    ${counted}${say('；', '; ')}${dueText(next, lang)}${turn}`,
    ...(reliance.length === 0
      ? []
      : [
          say(
            `    适用互认规则 ${reliance.join('、')}${replaced ? '，替代本次检查' : ''}`,
            `    relies on ${reliance.join(', ')}${replaced ? ', in place of the next visit' : ''}`,
          ),
        ]),
    ...(strata.length === 0
      ? []
      : [
          say(
            `    另列入随机层 ${strata.join('、')}`,
            `    also in the random strata ${strata.join(', ')}`,
          ),
        ]),
  ];
}

function leastText({ visits, per }: VisitLeast, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const period = per === 'calendar-year' ? say('每年', 'a calendar year') : periodText(per, lang);
  return say(`${period}至少 ${visits} 次`, `at least ${visits} in ${period}`);
}

function capText(cap: VisitCap, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if ('gap' in cap) {
    const gap = periodText(cap.gap, lang);
    return say(`两次间隔不少于 ${gap}`, `not sooner than ${gap} after the last`);
  }
  const per =
    cap.per === 'calendar-year' ? say('每年', 'a calendar year') : periodText(cap.per, lang);
  const most =
    'visits' in cap
      ? say(`${cap.visits} 次`, `${cap.visits}`)
      : say(`${cap.days} 日`, `${cap.days} days`);
  return say(`${per}至多 ${most}`, `at most ${most} in ${per}`);
}

function dueText({ state, opens, due }: EntityTempoAt['next'], lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if (state === 'overdue') return say(`应于 ${due} 前检查，已逾期`, `was due by ${due}: overdue`);
  const from = opens === undefined ? '' : say(`${opens} 起可检查`, `may be made from ${opens}`);
  const to = due === undefined ? '' : say(`最迟 ${due}`, `due by ${due}`);
  const both = [from, to].filter((text) => text !== '').join(say('，', ', '));
  return both === '' ? say('未规定下次检查日', 'no day is set for the next') : both;
}

/** A method in Chinese, where it is one of those that all documents share. */
const methodZh = (method: string): string =>
  Object.hasOwn(methodWords, method) ? methodWords[method as keyof typeof methodWords].zh : method;
