import {
  type Inspection,
  type InspectionAct,
  type InspectionDocuments,
  type InspectionOpening,
  type InspectionOptions,
  openInspection,
  recordInspection,
} from 'evenhand/inspection';
import { exampleInspectionRules, exampleResults } from 'evenhand/schemes';

/** A joint visit of two authorities with three items. */
export const documents: InspectionDocuments = {
  checklist: {
    id: 'kitchens',
    version: '2026',
    from: '2025-01-01',
    items: [
      { id: 'licence', rank: 'key', authorities: ['market'], duties: ['law-a 35'] },
      { id: 'exits', rank: 'key', authorities: ['fire'] },
      {
        id: 'gas',
        rank: 'general',
        authorities: ['fire', 'market'],
        duties: ['law-b 28', 'law-c 3'],
      },
    ],
  },
  results: exampleResults,
  rules: exampleInspectionRules,
};

export const opening: InspectionOpening = {
  visit: 'v',
  entity: 'JC-000123',
  on: '2026-02-09',
  method: 'on-site',
  lead: 'market',
  partners: ['fire'],
  team: [
    { officer: 'm1', authority: 'market' },
    { officer: 'm2', authority: 'market', certifiedUntil: '2026-03-31' },
    { officer: 'f1', authority: 'fire' },
  ],
};

export const photo = {
  digest: 'a'.repeat(64),
  kind: 'photo',
  takenOn: '2026-02-09',
} as const;

export function opened(
  more: Partial<InspectionOpening> = {},
  docs: InspectionDocuments = documents,
): Inspection {
  const answer = openInspection({ ...opening, ...more }, docs);
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.inspection;
}

type Loose<T> = T extends InspectionAct ? Omit<T, 'id' | 'visit' | 'at' | 'by'> : never;

/** An act with its frame filled in: `m1` enters it on the day of the visit. */
export function act(
  id: string,
  fields: Loose<InspectionAct> & { readonly at?: string; readonly by?: string },
): InspectionAct {
  return { id, visit: 'v', at: '2026-02-09', by: 'm1', ...fields } as InspectionAct;
}

export const scan = act('in', { act: 'start', officers: ['m1', 'm2', 'f1'], scan: 'SCAN-1' });
const answered = (item: string, outcome: 'met' | 'not-met', by = 'm1'): InspectionAct =>
  act(`a-${item}`, {
    act: 'answer',
    item,
    outcome,
    by,
    evidence: outcome === 'not-met' ? [photo] : [],
  });

/** A visit whose exits are blocked and whose gas is not in order, with the rest answered. */
export const answers: readonly InspectionAct[] = [
  answered('licence', 'met'),
  answered('exits', 'not-met', 'f1'),
  answered('gas', 'not-met'),
];
export const conclusion = act('out', {
  act: 'conclude',
  list: 'example-results@2026',
  results: [{ code: 'to-correct' }],
});

/** A visit after acts, each of which has to be taken. */
export function visitAfter(
  acts: readonly InspectionAct[],
  from = opened(),
  options: InspectionOptions = {},
): Inspection {
  return acts.reduce((inspection, one) => {
    const answer = recordInspection(inspection, one, options);
    if (!answer.taken) throw new Error(JSON.stringify(answer.issues));
    return answer.inspection;
  }, from);
}

/** The codes an act is refused with, or that it is taken. */
export function codesOf(
  inspection: Inspection,
  one: InspectionAct,
  options: InspectionOptions = {},
): string[] {
  const { taken, issues, inspection: next } = recordInspection(inspection, one, options);
  if (taken) return ['taken'];
  if (next !== inspection) throw new Error('a refused act changed the visit');
  return issues.map(({ code }) => code);
}
