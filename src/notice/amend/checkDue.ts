import { arranged } from '../../plan/arranging.js';
import { ticketHasher } from '../../ticket/ticket.js';
import { checkBooked } from '../checks/booked.js';
import { differs, type Finding, firstOf } from '../checks/case.js';
import { checkJoint } from '../checks/joint.js';
import { dueIn } from '../checks/visits.js';
import { keptDay } from './keptDay.js';
import { exchanged, touchedBy } from './planNow.js';
import type { Step } from './step.js';

/** The visits of those concerned follow from what they are due now, and each keeps its day. */
export function checkDue({ a, b, before, amendment, path }: Step): Finding {
  const { visits, desk, districts } = amendment;
  const isTouched = touchedBy(amendment);
  const samples = exchanged(before.samples, amendment).map(({ task, certain, strata }) => ({
    task,
    certain: certain.filter(({ id }) => isTouched(id)),
    strata: strata.map((one) => ({
      ...one,
      ...(one.takeAll === undefined
        ? {}
        : { takeAll: one.takeAll.filter(({ id }) => isTouched(id)) }),
      selected: one.selected.filter(({ id }) => isTouched(id)),
    })),
  }));
  const due = dueIn(a, { samples });
  const opened = checkBooked(a, amendment.booked, `${path}.booked`, before.booked);
  if (opened !== undefined) return opened;
  const joint = checkJoint(
    a,
    {
      ...{ visits, deferred: amendment.deferred },
      ...(amendment.joined === undefined ? {} : { joined: amendment.joined }),
      ...(before.districts === undefined
        ? {}
        : { districts: { ...before.districts, ...districts } }),
      booked: [...(before.booked ?? []), ...(amendment.booked ?? [])],
    },
    due.demands,
  );
  if (joint !== undefined) return { ...joint, field: joint.field.replace(/^B/, path) };
  const old = new Map(before.visits.map((visit) => [visit.id, visit]));
  const forCause = before.visits.filter(
    ({ kind, entity }) => kind === 'for-cause' && isTouched(entity),
  );
  const ticketOf = ticketHasher(b.keys['visit'] as string);
  const days = arranged(a);
  return (
    differs(
      `${path}.visits.forCause`,
      forCause.map(({ members: _, leader: __, ...visit }) => visit),
      visits.filter(({ kind }) => kind === 'for-cause'),
    ) ??
    firstOf(visits, (visit, i) => {
      const known = old.get(visit.id);
      return (
        differs(
          `${path}.visits[${i}].day`,
          keptDay(known, visit, ticketOf(visit.id), days),
          visit.day,
        ) ??
        (known === undefined
          ? undefined
          : differs(`${path}.visits[${i}].district`, known.district, visit.district))
      );
    }) ??
    differs(
      `${path}.desk`,
      due.desk.map(({ task, entity }) => ({ task, entity })),
      desk,
    )
  );
}
