import { errorAt, type Issue } from '../../core/issue.js';
import type { Inspection } from '../inspection.js';

/** Why somebody cannot act as an officer of the visit on a day: not on the team, or no longer certified. */
export function officerFaults(
  { team }: Pick<Inspection, 'team'>,
  officer: string,
  day: string,
  path: Issue['path'],
): Issue[] {
  const member = team.find((one) => one.officer === officer);
  if (member === undefined) {
    const expected = team.map((one) => one.officer);
    return [errorAt('officer-not-on-team', path, { given: officer, expected })];
  }
  const { certifiedUntil } = member;
  if (certifiedUntil === undefined || day <= certifiedUntil) return [];
  const params = { given: officer, day, expected: `<= ${certifiedUntil}` };
  return [errorAt('certificate-expired', path, params)];
}

/** The same of one who checks: he has to be there, too. */
export function presentFaults(
  inspection: Pick<Inspection, 'team' | 'officers'>,
  officer: string,
  day: string,
): Issue[] {
  const faults = officerFaults(inspection, officer, day, ['by']);
  if (faults.length > 0 || inspection.officers.includes(officer)) return faults;
  const params = { given: officer, expected: [...inspection.officers] };
  return [errorAt('officer-not-present', ['by'], params)];
}
