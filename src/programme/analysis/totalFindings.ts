import { decimalText } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import { binOf, rangesOf } from '../../scoring/constructs/edges.js';
import type { Attainable } from './attainable.js';
import { type Finding, finding } from './finding.js';
import { type Studied, wholeEntity } from './sweep.js';
import type { Totals } from './totals.js';

/** Ends no sum reaches or that cut one off, bands nobody falls in, edges no total lies on. */
export function totalFindings(study: Studied, totals: Totals): Finding[] {
  const { scheme, by } = study.at.compiled;
  const parts = (scheme.parts ?? []).flatMap(({ id, min, max }, i) =>
    endFindings(study, totals.parts[i], { id, min, max }, ['parts', i]),
  );
  const { min, max } = scheme.total ?? {};
  const total = endFindings(study, totals.free, { id: 'total', min, max }, ['total']);
  return [...parts, ...total, ...(by === undefined ? bandFindings(study, totals.total) : [])];
}

interface Ends {
  readonly id: string;
  readonly min: string | number | undefined;
  readonly max: string | number | undefined;
}

function endFindings(
  study: Studied,
  sums: Attainable | undefined,
  { id, min, max }: Ends,
  path: Issue['path'],
): Finding[] {
  if (sums === undefined) {
    return [finding('undecided', path, { given: id, expected: study.limit })];
  }
  if (sums.points.length === 0) return [];
  const { places } = study.at.compiled.scheme;
  const text = (units: number): string => decimalText(units, places);
  const [lowest, highest] = [0, sums.points.length - 1];
  const say = (code: string, end: 'min' | 'max', place: number, stated: string | number): Finding =>
    finding(
      code,
      [...path, end],
      { given: String(stated), expected: text(sums.points[place] as number), part: id },
      {
        counterexample: wholeEntity(study, sums.choicesAt(place), namesOf(sums.choicesAt(place))),
      },
    );
  const findings: Finding[] = [];
  const top = sums.points[highest] as number;
  const bottom = sums.points[lowest] as number;
  if (max !== undefined) {
    const end = Math.round(Number(max) * 10 ** places);
    if (top < end && sums.isWhole) findings.push(say('cap-unreachable', 'max', highest, max));
    if (top > end && sums.isTight) findings.push(say('cap-cuts', 'max', highest, max));
  }
  if (min !== undefined) {
    const end = Math.round(Number(min) * 10 ** places);
    if (bottom > end && end !== 0 && sums.isWhole)
      findings.push(say('floor-unreachable', 'min', lowest, min));
    if (bottom < end && sums.isTight) findings.push(say('cap-cuts', 'min', lowest, min));
  }
  return findings;
}

function bandFindings(study: Studied, total: Attainable | undefined): Finding[] {
  const { scheme, edges } = study.at.compiled;
  const { bands = [], places } = scheme;
  if (total === undefined || !total.isWhole) {
    return [finding('undecided', ['bands'], { given: 'bands', expected: study.limit })];
  }
  if (total.points.length === 0) return [];
  const ranges = rangesOf(bands, places);
  const hit = new Set(total.points.map((units) => binOf(edges, units)));
  const known = [...total.points].sort((a, b) => a - b);
  return bands.flatMap(({ level, from, above }, i): Finding[] => {
    const path = ['bands', i];
    const given = ranges[i] as string;
    if (!hit.has(i)) return [finding('band-unreachable', path, { given, level })];
    const edge = edges[i] as number;
    const stated = from ?? above;
    if (stated === undefined || from === undefined || known.includes(edge)) return [];
    const next = known.find((units) => units > edge) as number;
    const place = total.points.indexOf(next);
    const choices = total.choicesAt(place);
    const before = known.filter((units) => units < edge).at(-1);
    const around = [...(before === undefined ? [] : [before]), next].map((units) =>
      decimalText(units, places),
    );
    return [
      finding(
        'edge-unattained',
        [...path, 'from'],
        { given: String(stated), expected: around, level },
        {
          counterexample: wholeEntity(study, choices, namesOf(choices)),
        },
      ),
    ];
  });
}

/** The variables that choices settle. */
export function namesOf(
  choices: readonly { readonly facts?: object; readonly [field: string]: unknown }[],
): string[] {
  return choices.flatMap((one) => [...Object.keys(one), ...Object.keys(one.facts ?? {})]);
}
