import { eventKindsOf } from '../register/condition.js';
import { schemeKinds } from '../scoring/schemeKinds.js';
import type { ProgrammeDocument, ProgrammeSource } from './programme.js';

/** Every kind of event a document counts or asks for. */
export function documentKinds(document: ProgrammeDocument): ReadonlySet<string> {
  if (document.kind === 'scheme') return schemeKinds(document);
  if (document.kind !== 'schedule') return new Set();
  const { reliance = [], strata = [], visits } = document;
  const conditions = [...reliance, ...strata].flatMap(({ when }) => when ?? []);
  const counted = reliance.flatMap(({ effect }) =>
    typeof effect === 'object' && 'countsAsVisit' in effect ? effect.countsAsVisit : [],
  );
  return new Set([...conditions.flatMap(eventKindsOf), ...counted, ...(visits?.events ?? [])]);
}

/** Every kind of event something in a programme counts or asks for. */
export function programmeKinds({ documents, roles }: ProgrammeSource): ReadonlySet<string> {
  return new Set([
    ...documents.flatMap((one) => [...documentKinds(one)]),
    ...roles.risk.flatMap(({ when }) => (when === undefined ? [] : eventKindsOf(when))),
  ]);
}
