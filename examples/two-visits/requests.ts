import type { VisitRequest } from 'evenhand/visits';

export const DEPARTMENTS = [
  ...['fire', 'food', 'market', 'labour'], // spot checks in spring
  ...['tax', 'environment', 'water', 'culture'], // census visits in autumn
];

export const FIRMS = Array.from(
  { length: 25 },
  (_, i) => `示例企业${String(i + 1).padStart(5, '0')}`,
);

const SPRING = { from: '2026-03-02', to: '2026-06-30' };
const AUTUMN = { from: '2026-09-01', to: '2026-11-30' };

/** What a department asks for: every firm once, each fifth a second time, and a complaint. */
export function requestsOf(department: string): VisitRequest[] {
  const place = DEPARTMENTS.indexOf(department);
  const isSpring = place < 4;
  const common = {
    lead: department,
    kind: isSpring ? 'spot-check' : 'census',
    at: '2026-01-05',
  } as const;
  const window = isSpring ? SPRING : AUTUMN;
  const every = FIRMS.map((entity, i) => ({
    ...{ ...common, entity, window, id: `${department}:${i}` },
    items: [`${department}-yearly`],
  }));
  // A visit of its own, though the firm has its two already: refused, whoever comes first.
  const second = every
    .filter((_, i) => i % 5 === place % 5)
    .map((one) => ({
      ...one,
      id: `${one.id}/again`,
      items: [`${department}-again`],
      join: false as const,
      window: { from: window.to, to: window.to },
    }));
  const complaint: VisitRequest = {
    ...{ id: `${department}:complaint`, entity: FIRMS[place] as string, lead: department },
    ...{ kind: 'for-cause', day: '2026-07-15', at: '2026-01-05' },
    evidence: { cause: 'complaint', reference: `12345-${place}` },
  };
  return [...every, ...second, complaint];
}
