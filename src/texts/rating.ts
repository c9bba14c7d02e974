import { requireArgument } from '../core/argument.js';
import type { AppliedOverride, Rating, StatusRating } from '../scoring/rating.js';
import type { FailedCondition, GateReason, Reason, ValueReason } from '../scoring/reason.js';
import type { Scheme } from '../scoring/scheme.js';
import { eventWord, levelInZh, levelWord } from './codeWords.js';
import { conditionText } from './conditionText.js';
import type { Lang } from './describe.js';
import { periodText } from './periodText.js';
import { valueWords } from './words.js';

/**
 * What a scheme says of an entity, as lines a firm or a court can read: what was worked out first,
 * which gates failed and by how much, every contribution with its article, and what overrode them.
 *
 * @param rating - what `rate` gave
 * @param lang - `zh` or `en`
 * @param options.name - what the first line calls it; the scheme's title where left out
 * @param options.scheme - gives the rules their titles; without it they go by their ids
 * @returns lines that end in `\n`
 * @example
 * ```ts
 * import { ukFoodRating } from 'evenhand/schemes';
 * import { compileScheme, rate } from 'evenhand/scoring';
 * import { ratingText } from 'evenhand/texts';
 *
 * const kitchen = {
 *   facts: { hygiene: 10, structure: 5, confidence: 10 },
 *   lists: [],
 *   events: [{ id: 'i1', kind: 'inspection', on: '2025-06-01', source: 'example' }],
 * };
 * const rating = rate(compileScheme(ukFoodRating), kitchen, { asOf: '2026-01-15' });
 * ratingText(rating, 'en').split('\n')[0]; // => 'uk-food-rating: 3, score 25 (uk-food-rating@2010)'
 * ```
 */
export function ratingText(
  rating: Rating | StatusRating,
  lang: Lang,
  options: { readonly name?: string; readonly scheme?: Scheme } = {},
): string {
  requireArgument('ratingText', 'rating', rating, { scheme: 'object' });
  requireArgument('ratingText', 'options', options, 'object');
  const { scheme } = options;
  const name = options.name ?? scheme?.title?.[lang] ?? rating.scheme.id;
  const titles = titlesOf(scheme, lang);
  return `${ratingLines(rating, name, lang, titles).join('\n')}\n`;
}

/** The titles of a scheme's rules by their ids. */
export type Titles = ReadonlyMap<string, string>;

/** The titles a scheme gives its values, parts and terms. */
export function titlesOf(scheme: Scheme | undefined, lang: Lang): Titles {
  const { terms = [], parts = [], values = [] } = scheme ?? {};
  const titled = [...terms, ...parts, ...values];
  return new Map(
    titled.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title[lang]]])),
  );
}

/** The lines of one rating under its name. */
export function ratingLines(
  rating: Rating | StatusRating,
  name: string,
  lang: Lang,
  titles: Titles,
): string[] {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const document = `${rating.scheme.id}@${rating.scheme.version}`;
  const values = (rating.values ?? []).flatMap((value) => valueLines(value, lang, titles));
  if ('status' in rating) {
    const { status, title, article } = rating;
    return [
      say(
        `${name}：不评级，${title?.zh ?? status}（${document}）`,
        `${name}: not rated, ${title?.en ?? status} (${document})`,
      ) + source(article),
      ...values,
    ];
  }
  const { start, score, level, reasons, gates, overrides } = rating;
  // A scheme without points has a score of 0, of which there is nothing to say.
  const hasPoints = reasons.length > 0 || Number(start) !== 0;
  const points = reasons.map((reason) => signed(reason.points));
  const width = Math.max(start.length, score.length + 2, ...points.map((text) => text.length));
  const line = (first: string, text: string): string => `  ${first.padStart(width)}  ${text}`;
  const scored = say(`，得分 ${score}`, `, score ${score}`);
  const found = levelText(rating, lang);
  return [
    say(
      `${name}：${levelWord(level, lang)}${hasPoints ? scored : ''}（${document}）`,
      `${name}: ${level}${hasPoints ? scored : ''} (${document})`,
    ),
    ...values,
    ...(hasPoints ? [line(start, say('起始分', 'to begin with'))] : []),
    ...reasons.map((reason, i) => {
      const title = titles.get(reason.rule) ?? reason.rule;
      const detail = detailOf(reason, lang);
      return line(
        points[i] as string,
        `${title}${detail === '' ? '' : say(`：${detail}`, `: ${detail}`)}${source(reason.article)}`,
      );
    }),
    ...(gates ?? []).filter((gate) => !gate.holds).map((gate) => gateLine(gate, lang)),
    hasPoints ? line(`= ${score}`, found) : `  ${found}`,
    ...overrides.map((override) => overrideLine(override, lang)),
  ];
}

/** What gave the level before overrides. */
function levelText({ band, gates }: Rating, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { range, level, article } = band;
  const last = gates?.at(-1);
  const word = levelWord(level, lang);
  const text =
    last !== undefined
      ? say(`符合${levelInZh(level)}级的条件`, `meets the conditions of ${level}`)
      : /^[^<>=]+ = /.test(range)
        ? say(`由 ${range} 定级：${level}`, `the level is ${range}`)
        : say(`分数段 ${range}：${word}`, `band ${range}: ${level}`);
  return text + source(article);
}

function gateLine({ level, failed, article }: GateReason, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const texts = failed.map((one) => failedText(one, lang));
  return say(
    `  不符合${levelInZh(level)}级：${texts.join('；')}${source(article)}`,
    `  fails ${level}: ${texts.join('; ')}${source(article)}`,
  );
}

/** What was wanted and what was found; of several conditions in one, those that failed. */
function failedText({ condition, given, by, parts = [] }: FailedCondition, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if (parts.length > 0) {
    const word = 'any' in condition ? say('且', ' and ') : say('、', ', ');
    const texts = parts.map((part) => failedText(part, lang)).join(word);
    return parts.length > 1 ? say(`（${texts}）`, `(${texts})`) : texts;
  }
  const wanted = conditionText(condition, lang);
  const found =
    given === undefined
      ? say('未知或不成立', 'not so or not known')
      : say(`实为 ${given === '' ? '无' : given}`, `is ${given === '' ? 'none' : given}`);
  const off = by === undefined ? '' : say(`，相差 ${by}`, `, off by ${by}`);
  return say(`${wanted}（${found}${off}）`, `${wanted} (${found}${off})`);
}

/** What a value gave, from what, and the events or the states that led to it. */
function valueLines(value: ValueReason, lang: Lang, titles: Titles): string[] {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const unknown = say('未知', 'not known');
  const { from, gives = unknown, what, events = [], states = [], cell, quotient, article } = value;
  const read = from.map(({ name, given = unknown }) => `${name} = ${given}`).join(say('、', ', '));
  const title = titles.get(value.value) ?? value.value;
  const kind = valueWords[what][lang];
  const detail =
    cell !== undefined
      ? say(`；单元格 ${cell.join(' × ')}`, `; cell ${cell.join(' × ')}`)
      : quotient !== undefined
        ? say(`；${quotient.upper} ÷ ${quotient.lower}`, `; ${quotient.upper} ÷ ${quotient.lower}`)
        : '';
  const basis = (read === '' ? kind : say(`${kind}：${read}`, `${kind}: ${read}`)) + detail;
  return [
    `  ${title} = ${gives}${say(`（${basis}）`, ` (${basis})`)}${source(article)}`,
    ...events.map((reason) => {
      const detail = detailOf(reason, lang);
      return `    ${signed(reason.points)}  ${detail}`;
    }),
    ...states.map(({ state, on, event }) => {
      if (on === undefined) return say(`    起始 ${state}`, `    to begin with ${state}`);
      const cause =
        event === undefined ? say('期满', 'time passed') : say(`事项 ${event}`, `event ${event}`);
      return say(`    ${on} 转为 ${state}（${cause}）`, `    ${on} ${state} (${cause})`);
    }),
  ];
}

function overrideLine(override: AppliedOverride, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { reason, from, to, saturated, addVisit, suspend, evidence = {}, article } = override;
  const limit = saturated ? say('（已到等级尽头）', ' (the end of the scale)') : '';
  const proof = Object.entries(evidence).map(([name, given]) => `${name} = ${given}`);
  const also = [
    ...(addVisit === undefined
      ? []
      : [
          say(
            `${periodText(addVisit.within, lang)}内加查一次`,
            `one more visit within ${periodText(addVisit.within, lang)}`,
          ),
        ]),
    ...(suspend === undefined ? [] : [suspensionText(suspend, lang)]),
    ...(proof.length === 0 ? [] : [say(`凭据 ${proof.join('、')}`, `by ${proof.join(', ')}`)]),
  ].map((text) => say(`，${text}`, `, ${text}`));
  return say(
    `  调整：${levelWord(from, lang)} → ${levelWord(to, lang)}${limit}，${reason.zh}${also.join('')}${source(article)}`,
    `  override: ${from} → ${to}${limit}, ${reason.en}${also.join('')}${source(article)}`,
  );
}

function suspensionText(suspend: NonNullable<AppliedOverride['suspend']>, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if ('until' in suspend) {
    return say(`暂停检查，直至${suspend.until.zh}`, `no visits until ${suspend.until.en}`);
  }
  const length = periodText(suspend, lang);
  return say(`暂停检查 ${length}`, `no visits for ${length}`);
}

const source = (article: string): string => (article === '' ? '' : ` [${article}]`);

/** What a rule saw, in words. */
function detailOf(reason: Omit<Reason, 'cite' | 'article'>, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { what, input = '', given = '', bin = '' } = reason;
  switch (what) {
    case 'bin':
    case 'lookup':
    case 'number':
      return say(
        `${input} = ${given}${bin === '' ? '' : `，属于 ${bin}`}`,
        `${input} = ${given}${bin === '' ? '' : `, in ${bin}`}`,
      );
    case 'condition':
      return given === 'yes'
        ? say('条件成立', 'the condition holds')
        : say('条件不成立', 'the condition does not hold');
    case 'missing':
      return say(`缺少 ${input}，按规定计分`, `${input} is not known, the rule says what then`);
    case 'cap':
      return say(`合计限于 ${bin}`, `the sum is held at ${bin}`);
    case 'event':
      return eventText(reason, lang);
  }
}

function eventText(reason: Omit<Reason, 'cite' | 'article'>, lang: Lang): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { event, repaired = false, share, ordinal, times, mergedInto, suspendedBy } = reason;
  return [
    event === undefined
      ? ''
      : say(
          `${event.on} ${eventWord(event.kind, lang)}（${event.id}）`,
          `${event.on} ${event.kind} (${event.id})`,
        ),
    repaired ? say('已修复', 'repaired') : '',
    share === undefined ? '' : say(`按 ${share} 计`, `counted ${share}`),
    times === undefined
      ? ''
      : say(`第 ${ordinal} 次，乘 ${times}`, `number ${ordinal} of its like, times ${times}`),
    mergedInto === undefined ? '' : say(`并入 ${mergedInto}`, `counted with ${mergedInto}`),
    suspendedBy === undefined ? '' : say(`因 ${suspendedBy} 暂不计`, `suspended by ${suspendedBy}`),
  ]
    .filter((text) => text !== '')
    .join(say('，', ', '));
}

const signed = (points: string): string =>
  points.startsWith('-') || Number(points) === 0 ? points : `+${points}`;
