import type { Day } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import { governingOn } from './publication/governing.js';
import { type RepairStanding, repairStanding } from './publication/judgeRepair.js';
import type { Publication } from './publication/publication.js';
import { type Publicity, publicityOf } from './publication/publishedOn.js';
import type { CreditRecord } from './record/creditRecord.js';
import { type ListMembership, listsOf } from './record/listsOf.js';
import type { Matter, RecordView } from './record/matter.js';
import { type RecordQuestion, recordAsOf } from './record/recordAsOf.js';

/** One matter as the entity itself may see it: all of it. */
export interface OwnMatter {
  readonly matter: Matter;
  readonly publicity: Publicity;
  /** Whether and from when it can be repaired, and what is wanting; none for what needs no repair. */
  readonly repair?: RepairStanding;
}

/** What an entity sees of its own record. */
export interface OwnView extends Pick<RecordView, 'method' | 'entity' | 'on' | 'known' | 'digest'> {
  readonly matters: readonly OwnMatter[];
  readonly lists: readonly ListMembership[];
  /** Reports about what is not on the record yet. */
  readonly pending: RecordView['pending'];
}

/**
 * An entity's own record on a day: every matter with who reported it and where reports differ, until
 * when it is published, and how it is repaired. Any report can be objected to by its entry's id.
 *
 * @throws `not-in-force`, see `recordAsOf`
 */
export function ownView(
  record: CreditRecord,
  day: Day,
  question: Omit<RecordQuestion, 'on'> & { readonly publication: readonly Publication[] },
): OwnView {
  const view = recordAsOf(record, { ...question, on: day });
  const { method, entity, on, known, digest, matters, pending } = view;
  const { publication } = question;
  const lists = listsOf(matters, day);
  const publicity = publicityOf(view, publication);
  return {
    method,
    entity,
    on,
    known,
    digest,
    matters: matters.map((matter, i): OwnMatter => {
      const repair = standingOf(matter, publication, day, { matters, lists });
      return {
        matter,
        publicity: publicity[i] as Publicity,
        ...(repair === undefined ? {} : { repair }),
      };
    }),
    lists,
    pending,
  };
}

function standingOf(
  matter: Matter,
  publication: readonly Publication[],
  day: Day,
  around: Parameters<typeof repairStanding>[3],
): RepairStanding | undefined {
  if (matter.state === 'withdrawn' || matter.repairedOn !== undefined) return undefined;
  try {
    const governing = governingOn(publication, matter, day);
    return governing === undefined ? undefined : repairStanding(governing, matter, day, around);
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-in-force') return undefined;
    throw error;
  }
}
