import type { Condition, Event, Fact } from 'evenhand/register';
import type { Scheme } from 'evenhand/scoring';

// A second evaluator, written from the descriptions of the types: slow, with fractions of big
// integers, and sharing nothing with src/ but the types.

type Day = string;
type Period = { readonly days: number } | { readonly months: number } | { readonly years: number };
type Answer = boolean | undefined;
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
interface Firm {
  readonly since?: Day;
  readonly district?: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly lists: readonly string[];
  readonly events: readonly Event[];
}

export interface PlainScore {
  readonly score: string;
  readonly level: string;
  readonly overrides: readonly (readonly [id: string, from: string, to: string])[];
}

/** The score, or the codes of what is wrong, each with the input it is about. */
export function plainEvaluate(scheme: Scheme, firm: Firm, asOf: Day): PlainScore | string[] {
  const wrong = new Set<string>();
  const of = (value: string | number): Fraction => fraction(String(value));
  const sums = new Map<string | undefined, Fraction>();
  for (const term of scheme.terms) {
    const points = termPoints(term, scheme, firm, asOf, wrong);
    sums.set(term.part, plus(sums.get(term.part) ?? of(0), points));
  }
  let total = plus(of(scheme.start ?? 0), sums.get(undefined) ?? of(0));
  for (const { id, min, max } of scheme.parts ?? []) {
    total = plus(total, between(sums.get(id) ?? of(0), min, max));
  }
  total = between(total, scheme.total?.min, scheme.total?.max);
  const { bands = [] } = scheme;
  const reached = bands.filter(({ from }) => from === undefined || !less(total, of(from)));
  const order =
    scheme.scale.worse === 'last' ? scheme.scale.levels : scheme.scale.levels.toReversed();
  let place = order.indexOf((reached.at(-1) ?? bands[0])?.level as string);
  const overrides: [string, string, string][] = [];
  for (const rule of scheme.overrides ?? []) {
    if (rule.sunset !== undefined && asOf > rule.sunset) continue;
    domainFaults(rule.when, scheme, firm, wrong);
    const answer = ask(rule.when, firm, asOf);
    if (answer === undefined && (rule.missing ?? 'refuse') === 'refuse') {
      wrong.add(`missing-input ${unknown(rule.when, firm, asOf)}`);
    }
    if (answer === false || (answer === undefined && rule.missing !== 'apply')) continue;
    const before = place;
    const { effect } = rule;
    if ('set' in effect) place = order.indexOf(effect.set);
    else if ('atBest' in effect) place = Math.max(place, order.indexOf(effect.atBest));
    else if ('atWorst' in effect) place = Math.min(place, order.indexOf(effect.atWorst));
    else if ('step' in effect) place += effect.step === 'worse' ? effect.by : -effect.by;
    place = Math.max(0, Math.min(order.length - 1, place));
    overrides.push([rule.id, order[before] as string, order[place] as string]);
  }
  if (wrong.size > 0) return [...wrong].toSorted();
  return { score: text(total), level: order[place] as string, overrides };
}

function termPoints(
  term: Scheme['terms'][number],
  scheme: Scheme,
  firm: Firm,
  asOf: Day,
  wrong: Set<string>,
): Fraction {
  const without = (input: string): Fraction => {
    if (term.kind === 'events') throw new Error('events are never missing');
    if (term.missing !== 'refuse') return fraction(String(term.missing.points));
    if (![...wrong].some((one) => one.endsWith(` ${input}`))) wrong.add(`missing-input ${input}`);
    return fraction('0');
  };
  switch (term.kind) {
    case 'bins': {
      const value = numberOf(term.input, scheme, firm, asOf, wrong);
      if (value === undefined) return without(term.input);
      let points = term.bins[0]?.points ?? 0;
      for (const bin of term.bins) {
        if (bin.from !== undefined && !less(value, fraction(String(bin.from)))) points = bin.points;
      }
      return fraction(String(points));
    }
    case 'lookup': {
      const value = wordOf(term.input, scheme, firm, wrong);
      if (value === undefined) return without(term.input);
      const entries = Object.keys(term.table)
        .filter((entry) =>
          term.match === 'longest-prefix' ? value.startsWith(entry) : value === entry,
        )
        .toSorted((a, b) => b.length - a.length);
      const points = entries[0] === undefined ? term.otherwise : term.table[entries[0]];
      if (points === undefined) wrong.add(`no-entry ${term.input}`);
      return fraction(String(points ?? 0));
    }
    case 'conditional': {
      domainFaults(term.when, scheme, firm, wrong);
      const answer = ask(term.when, firm, asOf);
      if (answer === undefined) return without(unknown(term.when, firm, asOf));
      return fraction(String(answer ? term.points : (term.otherwise ?? 0)));
    }
    case 'events': {
      let sum = fraction('0');
      for (const event of firm.events) {
        const effect = term.effects.find((one) => one.event === event.kind);
        if (
          effect === undefined ||
          !isSeen(event, asOf) ||
          event.on <= back(asOf, term.window as Period)
        )
          continue;
        const isRepaired = event.repairedOn !== undefined && event.repairedOn <= asOf;
        const points = isRepaired ? (effect.repaired ?? effect.points) : effect.points;
        const steps = (term.decay ?? []).filter(({ after }) => event.on <= back(asOf, after));
        const share = fraction(steps.at(-1)?.share ?? '1');
        sum = plus(sum, rounded(times(fraction(String(points)), share), scheme.places));
      }
      return between(sum, term.min, term.max);
    }
    case 'number':
      throw new Error('not yet');
  }
}

/** A number in its domain; what is wrong with it is noted. */
function numberOf(
  name: string,
  scheme: Scheme,
  firm: Firm,
  asOf: Day,
  wrong: Set<string>,
): Fraction | undefined {
  const input = scheme.inputs[name];
  if (input?.type === 'full-years') {
    const since = input.since === 'since' ? firm.since : firm.facts[input.since];
    if (since === undefined) return undefined;
    let years = -1;
    while (
      back(asOf, { years: years + 1 }) >= String(since) ||
      reaches(String(since), years + 1, asOf)
    )
      years++;
    if (years < 0) wrong.add(`out-of-domain ${name}`);
    return years < 0 ? undefined : fraction(String(years));
  }
  if (input?.type !== 'integer' && input?.type !== 'decimal') throw new Error(`no number: ${name}`);
  const value = firm.facts[name];
  if (value === undefined) return undefined;
  const places = input.places ?? 0;
  const isNumber = typeof value !== 'boolean' && /^-?\d+(\.\d+)?$/.test(String(value));
  const number = isNumber ? fraction(String(value)) : undefined;
  if (number === undefined || (number.n * 10n ** BigInt(places)) % number.d !== 0n) {
    wrong.add(`wrong-fact-type ${name}`);
    return undefined;
  }
  const isBelow = input.min !== undefined && less(number, fraction(String(input.min)));
  const isAbove = input.max !== undefined && less(fraction(String(input.max)), number);
  if (isBelow || isAbove) {
    wrong.add(`out-of-domain ${name}`);
    return undefined;
  }
  return number;
}

/** A year is complete on its anniversary; that of 29 February is 28 February in other years. */
function reaches(since: Day, years: number, asOf: Day): boolean {
  const [y, m, d] = parts(since);
  return asOf >= written(y + years, m, d);
}

function wordOf(name: string, scheme: Scheme, firm: Firm, wrong: Set<string>): string | undefined {
  const input = scheme.inputs[name];
  const value = firm.facts[name];
  if (value === undefined) return undefined;
  if (typeof value !== (input?.type === 'boolean' ? 'boolean' : 'string')) {
    wrong.add(`wrong-fact-type ${name}`);
    return undefined;
  }
  if (input?.type === 'category' && !input.values.includes(String(value))) {
    wrong.add(`out-of-domain ${name}`);
    return undefined;
  }
  return String(value);
}

/** Every declared input a condition names is held to its domain. */
function domainFaults(condition: Condition, scheme: Scheme, firm: Firm, wrong: Set<string>): void {
  if ('all' in condition) for (const one of condition.all) domainFaults(one, scheme, firm, wrong);
  else if ('any' in condition)
    for (const one of condition.any) domainFaults(one, scheme, firm, wrong);
  else if ('not' in condition) domainFaults(condition.not, scheme, firm, wrong);
  else if ('field' in condition) {
    const input = scheme.inputs[condition.field];
    if (input === undefined) return;
    if (input.type === 'integer' || input.type === 'decimal') {
      numberOf(condition.field, scheme, firm, '', wrong);
    } else if (input.type === 'day') {
      const value = firm.facts[condition.field];
      if (value !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(value))) {
        wrong.add(`wrong-fact-type ${condition.field}`);
      }
    } else wordOf(condition.field, scheme, firm, wrong);
  }
}

function ask(condition: Condition, firm: Firm, asOf: Day): Answer {
  if ('all' in condition) {
    const answers = condition.all.map((one) => ask(one, firm, asOf));
    return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const answers = condition.any.map((one) => ask(one, firm, asOf));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  }
  if ('not' in condition) {
    const answer = ask(condition.not, firm, asOf);
    return answer === undefined ? undefined : !answer;
  }
  if ('events' in condition) {
    const { kinds, within, unrepaired, atLeast, atMost } = condition.events;
    const count = firm.events.filter(
      (event) =>
        kinds.includes(event.kind) &&
        isSeen(event, asOf) &&
        (within === undefined || event.on > back(asOf, within)) &&
        !(unrepaired === true && event.repairedOn !== undefined && event.repairedOn <= asOf),
    ).length;
    return (atLeast === undefined || count >= atLeast) && (atMost === undefined || count <= atMost);
  }
  const { field } = condition;
  if (field === 'list') {
    if ('eq' in condition) return firm.lists.includes(String(condition.eq));
    if ('in' in condition) return condition.in.some((name) => firm.lists.includes(String(name)));
    return 'exists' in condition && condition.exists === firm.lists.length > 0;
  }
  const value =
    field === 'since' ? firm.since : field === 'district' ? firm.district : firm.facts[field];
  if ('exists' in condition) return condition.exists === (value !== undefined);
  if (value === undefined) return undefined;
  if ('eq' in condition) return value === condition.eq;
  if ('in' in condition) return condition.in.some((one) => one === value);
  if ('under' in condition) return condition.under.some((code) => String(value).startsWith(code));
  const sign = (bound: string | number): number => {
    const [a, b] = [String(value), String(bound)];
    const isDay = (one: string): boolean => /^\d{4}-/.test(one);
    if (isDay(a) && isDay(b)) return a < b ? -1 : a > b ? 1 : 0;
    if (isDay(a) || isDay(b) || !/^-?\d/.test(a) || !/^-?\d/.test(b)) return Number.NaN;
    return less(fraction(a), fraction(b)) ? -1 : less(fraction(b), fraction(a)) ? 1 : 0;
  };
  if ('gt' in condition) return sign(condition.gt) > 0;
  if ('gte' in condition) return sign(condition.gte) >= 0;
  if ('lt' in condition) return sign(condition.lt) < 0;
  if ('lte' in condition) return sign(condition.lte) <= 0;
  return sign(condition.between[0]) >= 0 && sign(condition.between[1]) <= 0;
}

/** The first fact, read from left to right, for want of which there is no answer. */
function unknown(condition: Condition, firm: Firm, asOf: Day): string {
  if ('field' in condition) return condition.field;
  if ('not' in condition) return unknown(condition.not, firm, asOf);
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const one = list.find((part) => ask(part, firm, asOf) === undefined) as Condition;
  return unknown(one, firm, asOf);
}

const isSeen = (event: Event, asOf: Day): boolean =>
  event.on <= asOf && (event.knownOn ?? event.on) <= asOf && (event.until ?? asOf) >= asOf;

/** The day a period before: a window of that length that ends on `asOf` begins the day after. */
function back(asOf: Day, period: Period): Day {
  if ('days' in period) {
    return new Date(Date.parse(`${asOf}T00:00:00Z`) - period.days * 86_400_000)
      .toISOString()
      .slice(0, 10);
  }
  const [y, m, d] = parts(asOf);
  const months = y * 12 + m - 1 - ('months' in period ? period.months : 12 * period.years);
  return written(Math.floor(months / 12), (months % 12) + 1, d);
}

const parts = (day: Day): [number, number, number] =>
  day.split('-').map(Number) as [number, number, number];

/** A day, held to the month's end. */
function written(year: number, month: number, day: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(day, last))}`;
}

function fraction(given: string): Fraction {
  const [top = '', bottom] = given.split('/');
  if (bottom !== undefined) return { n: BigInt(top), d: BigInt(bottom) };
  const percent = given.endsWith('%') ? 100n : 1n;
  const [whole = '', digits = ''] = given.replace('%', '').split('.');
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) * percent };
}

const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

function between(value: Fraction, min?: string | number, max?: string | number): Fraction {
  if (min !== undefined && less(value, fraction(String(min)))) return fraction(String(min));
  if (max !== undefined && less(fraction(String(max)), value)) return fraction(String(max));
  return value;
}

/** To a number of places, a half away from zero. */
function rounded({ n, d }: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  const size = (n < 0n ? -n : n) * scale;
  const whole = size / d + (2n * (size % d) >= d ? 1n : 0n);
  return { n: n < 0n ? -whole : whole, d: scale };
}

/** The shortest text of a decimal fraction. */
function text(value: Fraction): string {
  let places = 0n;
  while ((value.n * 10n ** places) % value.d !== 0n) places++;
  const units = (value.n * 10n ** places) / value.d;
  const digits = String(units < 0n ? -units : units).padStart(Number(places) + 1, '0');
  const cut = digits.length - Number(places);
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0n ? `.${digits.slice(cut)}` : ''}`;
}
