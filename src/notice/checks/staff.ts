import { commitmentOf, type Opening, staffRootOf } from '../../plan/staff.js';
import { staffVisits } from '../../plan/staffVisits.js';
import type { Inspector } from '../../register/nouns.js';
import type { NoticeB } from '../notices.js';
import { type Case, differs, type Finding, firstOf } from './case.js';

/** The staff is the one notice A committed to, and every opened recusal was committed to. */
export function checkStaff({ a, b, recusals = [] }: Case): Finding {
  const committed = new Set(a.staff.recusals);
  const staff = new Set(b.staff.map(({ id }) => id));
  return (
    differs('B.staff.length', a.staff.count, b.staff.length) ??
    differs('B.staff.root', a.staff.root, staffRootOf(b.staff)) ??
    firstOf(b.openings, (opening, i) => {
      const path = `B.openings[${i}]`;
      if (!staff.has(opening.inspector)) {
        return {
          field: `${path}.inspector`,
          expected: 'an inspector of B.staff',
          found: opening.inspector,
        };
      }
      const commitment = commitmentOf(opening);
      return committed.has(commitment)
        ? undefined
        : { field: path, expected: 'a recusal committed to in A', found: commitment };
    }) ??
    checkHidden(b, recusals)
  );
}

/** A recusal the verifier knows of is opened where its entity is visited. */
function checkHidden({ visits, openings }: NoticeB, recusals: readonly Opening[]): Finding {
  const visited = new Set(visits.map(({ entity }) => entity));
  const opened = new Set(openings.map(commitmentOf));
  return firstOf(recusals, (known) => {
    if (!visited.has(known.entity) || opened.has(commitmentOf(known))) return undefined;
    const expected = `${known.inspector} recused from ${known.entity}`;
    return { field: 'B.openings', expected, found: '' };
  });
}

/** The lottery of inspectors, run again with the published staff, gives the same teams and loads. */
export function checkTeams({ a, b }: Case): Finding {
  const again = staffVisits(
    b.visits.map((visit) => ({ ...visit, items: visit.demands.map(({ item }) => item) })),
    staffOf(b),
    a.items,
    { visitKey: b.keys['visit'] as string, pairKey: b.keys['pair'] as string },
  );
  const none = differs('B.relaxations', [], b.relaxations);
  if (none !== undefined) return none;
  if (again.status === 'infeasible') {
    return (
      differs('B.witness', again.witness, b.witness) ??
      firstOf(b.visits, ({ members, leader }, i) =>
        differs(`B.visits[${i}].members`, undefined, members ?? leader),
      ) ??
      differs('B.loads', [], b.loads)
    );
  }
  const teams = new Map(again.teams.map((team) => [team.visit, team]));
  return (
    differs('B.witness', undefined, b.witness) ??
    firstOf(b.visits, ({ id, members, leader }, i) => {
      const team = teams.get(id);
      return (
        differs(`B.visits[${i}].members`, team?.members, members) ??
        differs(`B.visits[${i}].leader`, team?.leader, leader)
      );
    }) ??
    differs('B.loads', again.loads, b.loads)
  );
}

/** The published staff with the recusals that were opened. */
export function staffOf({ staff, openings }: Pick<NoticeB, 'staff' | 'openings'>): Inspector[] {
  const recusals = new Map<string, { entity: string; reason: string }[]>();
  for (const { inspector, entity } of openings) {
    const list = recusals.get(inspector) ?? [];
    list.push({ entity, reason: '' });
    recusals.set(inspector, list);
  }
  return staff.map((row) => ({ ...row, recusals: recusals.get(row.id) ?? [] }));
}
