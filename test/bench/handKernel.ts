import { type EntityColumns, isValid } from '../../src/columns/entityColumns.js';
import { dayNumber, dayOf } from '../../src/core/day.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { CompiledEvents } from '../../src/scoring/constructs/compiledEvents.js';
import { type EventBounds, effectOf } from '../../src/scoring/constructs/compiledEvents.js';
import type { CompiledLookup } from '../../src/scoring/constructs/lookup.js';
import { entryOf } from '../../src/scoring/constructs/lookup.js';
import { fullYears } from '../../src/scoring/inputs.js';

/**
 * The example programme as somebody would write it by hand: its numbers in tables, its caps, edges
 * and overrides as code, one loop over events and one over entities, and no check of anything.
 */
export function handKernel({ credit, risk, day }: ProgrammeAt, columns: EntityColumns) {
  const { size, events, lists, facts } = columns;
  if (events === undefined || lists === undefined) throw new Error('no events');
  const { offsets, kind, kinds, on, repairedOn } = events;
  const today = dayNumber(day);
  const DAYS = 1100;
  const scheme = risk[0]?.at;
  if (scheme === undefined) throw new Error('no risk scheme');
  const table = (at: typeof credit, ids: readonly string[]): Int32Array => {
    const out = new Int32Array(kinds.length * 2 * DAYS);
    kinds.forEach((name, k) => {
      for (const r of [0, 1]) {
        for (let age = 0; age < DAYS - 1; age++) {
          const event = {
            id: '',
            kind: name,
            on: dayOf(today - age),
            source: '',
            ...(r === 1 ? { repairedOn: day } : {}),
          };
          at.compiled.terms.forEach((term, i) => {
            if (!ids.includes(term.id)) return;
            const n =
              effectOf(term as CompiledEvents, event, day, at.bounds[i] as EventBounds) ?? 0;
            out[(k * 2 + r) * DAYS + age] = (out[(k * 2 + r) * DAYS + age] as number) + n;
          });
        }
      }
    });
    return out;
  };
  const dishonest = table(credit, ['penalties', 'duties']);
  const broken = table(credit, ['commitments-broken']);
  const kept = table(credit, ['commitments-kept']);
  const found = table(scheme, ['findings']);
  const serious = kinds.indexOf('penalty-serious');
  const twoYears = today - dayNumber(`${Number(day.slice(0, 4)) - 2}${day.slice(4)}`);
  const lookup = (at: typeof credit, id: string, dictionary: readonly string[]): Int32Array => {
    const term = at.compiled.terms.find((one) => one.id === id) as CompiledLookup;
    return Int32Array.from(dictionary, (text) => {
      const entry = entryOf(term, text);
      return (entry === undefined ? term.otherwise : term.table.get(entry)) as number;
    });
  };
  const text = (name: string) => {
    const column = facts[name];
    if (column?.kind !== 'code') throw new Error(name);
    return column;
  };
  const industry = text('industry');
  const tax = text('taxGrade');
  const standard = text('standardised');
  const crowd = facts['crowd'];
  const since = facts['since'];
  const hazardous = facts['hazardous'];
  if (crowd?.kind !== 'number' || since?.kind !== 'day' || hazardous?.kind !== 'boolean')
    throw new Error('facts');
  const industryPoints = lookup(scheme, 'industry', industry.dictionary);
  const taxPoints = lookup(credit, 'tax-grade', tax.dictionary);
  const standardPoints = lookup(scheme, 'standardised', standard.dictionary);
  const oneYear = today - yearsAgo(1);
  const threeYears = today - yearsAgo(3);
  function yearsAgo(n: number): number {
    let since = today;
    while (fullYears(dayOf(since), day) < n) since--;
    return since;
  }
  return () => {
    const creditUnits = new Float64Array(size);
    const riskUnits = new Float64Array(size);
    const cell = new Uint16Array(size);
    const count = kind.length;
    const a = new Int32Array(count + 1);
    const b = new Int32Array(count + 1);
    const c = new Int32Array(count + 1);
    const d = new Int32Array(count + 1);
    const s = new Int32Array(count + 1);
    let na = 0,
      nb = 0,
      nc = 0,
      nd = 0,
      ns = 0;
    for (let e = 0; e < count; e++) {
      let age = (today - (on[e] as number)) | 0;
      const old = (DAYS - 1 - age) >> 31;
      age = (age & ~old) | ((DAYS - 1) & old);
      const future = age >> 31;
      age = (age & ~future) | ((DAYS - 1) & future);
      const repaired = (((repairedOn as Int32Array)[e] as number) - today - 1) >>> 31;
      const k = kind[e] as number;
      const at = (k * 2 + repaired) * DAYS + age;
      na = (na + (dishonest[at] as number)) | 0;
      nb = (nb + (broken[at] as number)) | 0;
      nc = (nc + (kept[at] as number)) | 0;
      nd = (nd + (found[at] as number)) | 0;
      if (k === serious && repaired === 0 && age < twoYears) ns = (ns + 1) | 0;
      a[e + 1] = na;
      b[e + 1] = nb;
      c[e + 1] = nc;
      d[e + 1] = nd;
      s[e + 1] = ns;
    }
    for (let i = 0; i < size; i++) {
      const from = offsets[i] as number;
      const to = offsets[i + 1] as number;
      let bad = (b[to] as number) - (b[from] as number);
      if (bad < -360) bad = -360;
      bad += (a[to] as number) - (a[from] as number);
      if (bad < -1000) bad = -1000;
      if (bad > 0) bad = 0;
      let good = (c[to] as number) - (c[from] as number);
      if (good > 100) good = 100;
      let score =
        1000 +
        bad +
        good +
        (isValid(tax.valid, i) ? (taxPoints[tax.codes[i] as number] as number) : 0);
      if (score < 0) score = 0;
      if (score > 1000) score = 1000;
      let grade = score >= 900 ? 0 : score >= 700 ? 1 : score >= 400 ? 2 : 3;
      let listed = 0;
      for (let l = lists.offsets[i] as number; l < (lists.offsets[i + 1] as number); l++)
        listed |= 1 << (lists.codes[l] as number);
      if ((listed & 1) !== 0 && grade < 2) grade = 2;
      if ((s[to] as number) - (s[from] as number) >= 2 && grade < 3) grade++;
      if ((listed & 2) !== 0) grade = 3;
      const people = crowd.values[i] as number;
      let fixed =
        (industryPoints[industry.codes[i] as number] as number) +
        (hazardous.values[i] === 1 ? 120 : 0) +
        (people >= 300 ? 80 : people >= 50 ? 40 : 0);
      if (fixed > 400) fixed = 400;
      const days = today - (since.values[i] as number);
      let moving =
        (d[to] as number) -
        (d[from] as number) +
        (days >= threeYears ? 0 : days >= oneYear ? 20 : 40) +
        (isValid(standard.valid, i) ? (standardPoints[standard.codes[i] as number] as number) : 40);
      if (moving > 600) moving = 600;
      const points = fixed + moving;
      let level = points >= 450 ? 2 : points >= 300 ? 1 : 0;
      if ((listed & 4) !== 0 && level < 1) level = 1;
      creditUnits[i] = score;
      riskUnits[i] = points;
      cell[i] = level * 4 + grade;
    }
    return { credit: creditUnits, risk: riskUnits, cell };
  };
}
