// Is the draw fair? 4,000 draws are counted over firms, places in the list, districts and pairs of
// officers, and so is skip sampling ("every k-th of the list"), which fails where the draw does not.
// A count may stray as far as chance lets it once in a million reports; that limit is computed.
import { drawSample, quota } from 'evenhand/draw';
import { assignInspectors } from 'evenhand/inspectors';
import { drawKey, drawSeed } from 'evenhand/ticket';

const DRAWS = 4000;
const ERROR = 1e-6;

// A register of 250 firms as it stands: by district, in four strata that are drawn at four ratios.
const RATIOS = { s01: '3%', s02: '10%', s03: '30%', s04: '1/2' } as const;
const firms = Array.from({ length: 250 }, (_, i) => ({
  id: `JC-FIRM-${String(i + 1).padStart(3, '0')}`,
  place: i,
  district: `district-${1 + Math.floor(i / 50)}`,
  stratum: `s0${1 + ((i * 7) % 10 < 4 ? 0 : (i * 7) % 10 < 7 ? 1 : (i * 7) % 10 < 9 ? 2 : 3)}`,
}));
type Firm = (typeof firms)[number];
const strata = Object.entries(RATIOS).map(([code, ratio]) => {
  const units = firms.filter(({ stratum }) => stratum === code);
  return { code, units, n: quota(units.length, ratio, 'at-least') };
});
const quotas = Object.fromEntries(strata.map(({ code, n }) => [code, n]));

// One visit among six, eight officers who all may go: which two are sent to it?
const officers = Array.from({ length: 8 }, (_, i) => `JC-00000${i + 1}`);
const inspectors = officers.map((id) => ({ id, lead: true, capacity: 3 }));
const visits = [1, 2, 3, 4, 5, 6].map((n) => ({
  ...{ id: `firm-${n}/spot-check`, size: 2, eligible: officers },
}));
const pairs = officers.flatMap((one, i) => officers.slice(i + 1).map((other) => `${one} ${other}`));

/** What one draw of a way of drawing gives: the firms drawn, and the two officers of one visit. */
interface Drawn {
  readonly ids: readonly string[];
  readonly pair: readonly string[];
}

/** The public draw, by tickets. */
function byTicket(seed: string): Drawn {
  const { strata: drawn } = drawSample({ key: drawKey(seed, 'select:all'), frame: firms, quotas });
  const keys = { visitKey: drawKey(seed, 'visit'), pairKey: drawKey(seed, 'pair') };
  const teams = assignInspectors({ ...keys, visits, inspectors });
  const team =
    teams.status === 'assigned'
      ? teams.teams.find(({ visit }) => visit === 'firm-1/spot-check')
      : undefined;
  return {
    ids: drawn.flatMap(({ selected }) => selected.map(({ id }) => id)),
    pair: [...(team?.members ?? [])].sort(),
  };
}

/** Skip sampling: from a random start every k-th of the list, the next two officers of the roster. */
function bySkipping(seed: string): Drawn {
  const start = Number.parseInt(seed.slice(0, 12), 16);
  const ids = strata.flatMap(({ units, n }) => {
    const skip = Math.floor(units.length / n);
    return Array.from({ length: n }, (_, i) => (units[(start % skip) + i * skip] as Firm).id);
  });
  const first = start % officers.length;
  const pair = [first, first + 1].map((i) => officers[i % officers.length] as string);
  return { ids, pair: pair.sort() };
}

/** A chi-square and its degrees of freedom. */
interface Statistic {
  readonly chi: number;
  readonly freedom: number;
}

/** Counts of groups in samples without replacement: `n` of `N` a draw, `size` of `N` in the group. */
function hypergeometric(
  groups: readonly { readonly count: number; readonly size: number }[],
  n: number,
): Statistic {
  const N = groups.reduce((sum, { size }) => sum + size, 0);
  const spread = (N - n) / (N - 1);
  const chi = groups.reduce((sum, { count, size }) => {
    const expected = (DRAWS * n * size) / N;
    return sum + (count - expected) ** 2 / (expected * spread);
  }, 0);
  return { chi, freedom: groups.length - 1 };
}

const together = (parts: readonly Statistic[]): Statistic => ({
  chi: parts.reduce((sum, { chi }) => sum + chi, 0),
  freedom: parts.reduce((sum, { freedom }) => sum + freedom, 0),
});

/** Whether the firms of each stratum are drawn alike, by whatever they are grouped. */
function byGroup(counts: ReadonlyMap<string, number>, groupOf: (firm: Firm) => string): Statistic {
  return together(
    strata.map(({ units, n }) => {
      const groups = new Map<string, { count: number; size: number }>();
      for (const firm of units) {
        const group = groups.get(groupOf(firm)) ?? { count: 0, size: 0 };
        groups.set(groupOf(firm), group);
        group.count += counts.get(firm.id) ?? 0;
        group.size += 1;
      }
      return hypergeometric([...groups.values()], n);
    }),
  );
}

function byPair(counts: ReadonlyMap<string, number>): Statistic {
  const expected = DRAWS / pairs.length;
  const chi = pairs.reduce(
    (sum, pair) => sum + ((counts.get(pair) ?? 0) - expected) ** 2 / expected,
    0,
  );
  return { chi, freedom: pairs.length - 1 };
}

/** How likely chance alone gives a chi-square as large: the upper regularised gamma function. */
function tail(chi: number, freedom: number): number {
  const [a, x] = [freedom / 2, chi / 2];
  // ln Γ of a whole or half number, by its recurrence.
  let logGamma = freedom % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let k = freedom % 2 === 0 ? 1 : 0.5; k < a; k++) logGamma += Math.log(k);
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.max(0, 1 - sum * Math.exp(a * Math.log(x) - x - logGamma));
}

/** The chi-square that chance alone passes once in `1 / error` times. */
function limitOf(freedom: number, error: number): number {
  let [low, high] = [freedom, 10 * freedom + 200];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tail(middle, freedom) > error) low = middle;
    else high = middle;
  }
  return high;
}

function report(name: string, draw: (seed: string) => Drawn): void {
  const firmCounts = new Map<string, number>();
  const pairCounts = new Map<string, number>();
  for (let n = 1; n <= DRAWS; n++) {
    const entropy = [{ label: 'count', value: String(n) }];
    const { ids, pair } = draw(drawSeed({ drawId: 'FAIRNESS-001', entropy }));
    for (const id of ids) firmCounts.set(id, (firmCounts.get(id) ?? 0) + 1);
    pairCounts.set(pair.join(' '), (pairCounts.get(pair.join(' ')) ?? 0) + 1);
  }
  const questions: readonly (readonly [string, Statistic])[] = [
    ['firms of a stratum', byGroup(firmCounts, ({ id }) => id)],
    ['tenths of the list', byGroup(firmCounts, ({ place }) => String(Math.floor(place / 25)))],
    ['districts', byGroup(firmCounts, ({ district }) => district)],
    ['pairs of officers', byPair(pairCounts)],
  ];
  console.log(`${name}, ${DRAWS} draws`);
  for (const [question, { chi, freedom }] of questions) {
    const limit = limitOf(freedom, ERROR / questions.length);
    const verdict = chi <= limit ? 'fair' : 'NOT FAIR';
    console.log(
      `  ${question.padEnd(20)} chi-square ${chi.toFixed(1).padStart(9)}, ${freedom} degrees, limit ${limit.toFixed(1)}: ${verdict}`,
    );
  }
  const never = firms.filter(({ id }) => !firmCounts.has(id));
  const last = never.slice(-3).map(({ id }) => id);
  console.log(
    `  firms never drawn: ${never.length}${never.length === 0 ? '' : `, such as ${last.join(', ')}`}`,
  );
  console.log(
    `  pairs of officers never sent: ${pairs.length - pairCounts.size} of ${pairs.length}`,
  );
}

report('By ticket', byTicket);
report('By skipping', bySkipping);
