import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { sortedBy } from '../../core/order.js';
import type { DocumentBase } from '../../document/document.js';
import type { Scheme } from '../../scoring/scheme.js';
import type { Cap, Eligible } from '../../visits/cap.js';
import { type Finding, finding } from './finding.js';

/** Citations no rule leans on, and levels of a cap that lean on none. */
export function citationFindings(document: DocumentBase): Finding[] {
  const cited = new Set(citesIn(document));
  return [
    ...document.citations.flatMap(({ id }, i) =>
      cited.has(id) ? [] : [finding('citation-unused', ['citations', i], { given: id })],
    ),
    ...(document.kind === 'cap' ? bareLevels(document as Cap) : []),
  ];
}

function bareLevels({ eligible, limits }: Cap): Finding[] {
  const bare = (asked: Eligible | undefined, path: Finding['path']): Finding[] =>
    (asked?.levels ?? []).flatMap(({ scale, cite }, i) =>
      cite === undefined
        ? [finding('citation-missing', [...path, 'eligible', 'levels', i], { given: scale })]
        : [],
    );
  return [
    ...bare(eligible, []),
    ...limits.flatMap((limit, i) => bare(limit.eligible, ['limits', i])),
  ];
}

function citesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'cite' && typeof item === 'string') return [item];
    return key === 'table' ? [] : citesIn(item);
  });
}

/** Relief without a last day, and rules whose last day is over before the document begins. */
export function sunsetFindings(scheme: Scheme): Finding[] {
  return (scheme.overrides ?? []).flatMap(({ id, effect, sunset }, i) => {
    const path = ['overrides', i];
    const isRelief =
      'suspend' in effect || 'atWorst' in effect || ('step' in effect && effect.step === 'better');
    if (isRelief && sunset === undefined) return [finding('no-sunset', path, { given: id })];
    if (sunset === undefined || sunset >= scheme.from) return [];
    return [finding('sunset-over', [...path, 'sunset'], { given: sunset, expected: scheme.from })];
  });
}

/** A cap that protects without a last day. */
export function capFindings({ id, sunset, to }: Cap): Finding[] {
  return sunset === undefined && to === undefined ? [finding('no-sunset', [], { given: id })] : [];
}

/** Days between two versions of a document on which none is in force. */
export function bookFindings(documents: readonly DocumentBase[]): Finding[] {
  const ids = [...new Set(documents.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const versions = sortedBy(
      documents.filter((one) => one.id === id),
      ({ from }) => from,
    );
    return versions.slice(1).flatMap(({ from, version }, i) => {
      const to = versions[i]?.to;
      const next = to === undefined ? from : addDays(to, 1);
      if (next >= from) return [];
      const days: Day[] = [next, addDays(from, -1)];
      const place = documents.findIndex((one) => one.id === id && one.version === version);
      return [finding('validity-gap', [place, 'from'], { given: id, expected: days.join('..') })];
    });
  });
}
