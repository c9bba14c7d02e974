import type { StaffedVisit, Staffing } from './staffing.js';

/**
 * The drawn team of a visit: members in order of acceptance; the leader is the first lead of the
 * lead authority among them.
 */
export interface Team {
  readonly visit: string;
  readonly members: readonly string[];
  readonly leader: string;
}

/** Makes teams out of a visit's id and those accepted, in order. */
export function teamMaker({ visits, inspectors }: Staffing) {
  const leads = new Set(inspectors.filter(({ lead }) => lead).map(({ id }) => id));
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  return (id: string, members: readonly string[]): Team => {
    const visit = byId.get(id) as StaffedVisit;
    const canLead = (member: string): boolean =>
      leads.has(member) && (visit.partners === undefined || visit.eligible.includes(member));
    return { visit: id, members, leader: members.find(canLead) as string };
  };
}
