import type { VisitAct } from '../../visits/ledger/request.js';
import type { LedgerCommandOptions } from './action.js';
import { optionMissing } from './optionMissing.js';

/**
 * What the command line tells of a booked visit, as the act it is.
 *
 * @throws `option-missing` with the option the act needs
 */
export function actOf(act: VisitAct['act'], options: LedgerCommandOptions): VisitAct {
  const { id, visit, request, lead, day, asOf, outcome, days, reference, reason } = options;
  const { standing } = options;
  if (id === undefined) throw optionMissing('--id ENTITY');
  if (visit === undefined) throw optionMissing('--visit ID');
  if (request === undefined) throw optionMissing('--request ID');
  if (lead === undefined) throw optionMissing('--lead AUTHORITY');
  const base = {
    ...{ id: request, entity: id, visit, by: lead },
    ...(asOf === undefined ? {} : { at: asOf }),
  };
  const told = standing.length === 0 ? {} : { standing };
  const onDay = day === undefined ? {} : { day };
  const proof = reference === undefined ? {} : { reference };
  switch (act) {
    case 'confirm':
      return { ...base, act, ...onDay, ...told };
    case 'start':
      return { ...base, act, ...onDay, ...proof, ...told };
    case 'finish':
      if (outcome === undefined) throw optionMissing('--outcome CODE');
      return { ...base, act, outcome, ...(days === undefined ? {} : { days }), ...proof, ...told };
    case 'cancel':
      if (reason === undefined) throw optionMissing('--reason TEXT');
      return { ...base, act, reason };
  }
}
