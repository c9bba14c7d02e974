import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf, TeamMember } from '../act.js';
import type { Change, Inspection } from '../inspection.js';
import { documentsOn, teamFaults } from '../openInspection.js';
import { officerFaults } from './officers.js';

/** Another team, with a reason; who is there already and stays on the team stays there. */
export function restaff(inspection: Inspection, { team }: ActOf<'restaff'>): Change {
  const { opening, documents, officers } = inspection;
  const faults = teamFaults(opening, documents, team);
  if (faults.length > 0) return faults;
  return {
    team,
    officers: officers.filter((one) => team.some(({ officer }) => officer === one)),
  };
}

/** The officers who scanned in begin; the documents are those of that day. */
export function start(inspection: Inspection, act: ActOf<'start'>): Change {
  const { opening, documents, team } = inspection;
  const faults: Issue[] = documentsOn(documents, act.at);
  if (documents.rules.scanIn !== undefined && opening.method === 'on-site') {
    if (act.scan === undefined) faults.push(errorAt('scan-missing', ['scan']));
  }
  act.officers.forEach((officer, i) => {
    faults.push(...officerFaults({ team }, officer, act.at, ['officers', i]));
  });
  if (faults.length > 0) return faults;
  const present = act.officers.map(
    (officer) => team.find((one) => one.officer === officer) as TeamMember,
  );
  const missing = teamFaults(opening, documents, present);
  if (missing.length > 0) return missing;
  return {
    state: 'started',
    startedOn: act.at,
    officers: act.officers,
    ...(act.scan === undefined ? {} : { scan: act.scan }),
  };
}

/** The firm turns officers away: before a scan-in it may, after one it obstructs the visit. */
export function turnAway({ state }: Inspection, _: ActOf<'turn-away'>): Change {
  return state === 'started' ? { obstructed: true } : { state: 'turned-away' };
}

/** The visit does not take place. */
export function callOff(_: Inspection, __: ActOf<'call-off'>): Change {
  return { state: 'called-off' };
}
