import { requireArgument } from '../../core/argument.js';
import type { Json } from '../../core/canonicalJson.js';
import type { InspectionAct } from '../act.js';
import type { Inspection } from '../inspection.js';
import type { NewEntry } from './recordChain.js';

/**
 * A visit as entries of a record: its opening with the digests of its documents, every act, and an entry
 * `formed` where its results are formed. A conclusion and an order that wait for the legal office say so
 * in `major`.
 *
 * @param from - how many of its acts are on the record already; its opening is left out where that is not 0
 */
export function inspectionRecord(inspection: Inspection, from = 0): NewEntry[] {
  requireArgument(
    'inspectionRecord',
    'inspection',
    inspection,
    { opening: 'object', documents: 'object' },
    'openInspection(…)',
  );
  const { opening, references, acts } = inspection;
  const matter = opening.visit;
  const forming = formingAct(inspection);
  const entries = acts.slice(from).flatMap((act): NewEntry[] => {
    const body = isMajor(inspection, act) ? { ...act, major: true } : act;
    const own = { at: act.at, kind: act.act, matter, body: body as unknown as Json };
    const { results = [] } = inspection.conclusion ?? {};
    const codes = results.map(({ code }) => code);
    const formed = { at: act.at, kind: 'formed', matter, body: { results: codes, by: act.by } };
    return act === forming ? [own, formed] : [own];
  });
  if (from > 0) return entries;
  const first = acts[0]?.at;
  const begin: NewEntry = {
    at: first !== undefined && first < opening.on ? first : opening.on,
    kind: 'open',
    matter,
    body: { ...opening, documents: references } as unknown as Json,
  };
  return [begin, ...entries];
}

function formingAct({ conclusion, acts }: Inspection): InspectionAct | undefined {
  if (conclusion?.formedOn === undefined) return undefined;
  if (conclusion.review === 'none') return acts.find(({ id }) => id === conclusion.act);
  return acts.findLast(
    (one) => one.act === 'review' && one.of === undefined && one.outcome === 'agreed',
  );
}

function isMajor({ documents }: Inspection, act: InspectionAct): boolean {
  const { review } = documents.rules;
  if (act.act === 'order') return review?.followUps.includes(act.measure) ?? false;
  if (act.act !== 'conclude') return false;
  return act.results.some(({ code }) => review?.results.includes(code) ?? false);
}
