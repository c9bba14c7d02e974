import { ownDigest } from '../../core/digest.js';
import { compareBytes } from '../../core/order.js';
import { TWICE_RUNNING, visitedBy } from '../../plan/earlier.js';
import { commitmentOf, type Opening, staffRootOf } from '../../plan/staff.js';
import { staffVisits } from '../../plan/staffVisits.js';
import type { Inspector, Recusal } from '../../register/nouns.js';
import type { NoticeA, NoticeB } from '../notices.js';
import { type Case, differs, type Finding, firstOf } from './case.js';

/** The staff is the one notice A committed to, and every opened recusal was committed to. */
export function checkStaff({ a, b, recusals = [], earlier }: Case): Finding {
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
    checkHidden(b, recusals) ??
    (earlier === undefined ? undefined : checkEarlier(a, b, earlier))
  );
}

/** Carried loads, and who went where last time, are those of the earlier round's notice B. */
function checkEarlier(a: NoticeA, b: NoticeB, earlier: NoticeB): Finding {
  const before = visitedBy(earlier);
  const visited = new Set(b.visits.map(({ entity }) => entity));
  const hard = new Set(b.openings.flatMap((one) => (one.rule === undefined ? [pairOf(one)] : [])));
  const expected = b.staff.flatMap(({ id }) =>
    [...new Set(before.get(id))]
      .map((entity) => pairOf({ inspector: id, entity }))
      .filter((pair) => visited.has(pair.slice(pair.indexOf('\u001f') + 1)) && !hard.has(pair)),
  );
  const found = b.openings.flatMap((one) => (one.rule === TWICE_RUNNING ? [pairOf(one)] : []));
  return (
    differs('A.earlier', ownDigest({ ...earlier }), a.earlier) ??
    (a.teams?.carryLoads === true
      ? firstOf(b.staff, ({ id, carried }, i) =>
          differs(`B.staff[${i}].carried`, before.get(id)?.length ?? 0, carried),
        )
      : undefined) ??
    (a.ladder.includes(TWICE_RUNNING)
      ? differs('B.openings', expected.sort(compareBytes), found.sort(compareBytes))
      : undefined)
  );
}

const pairOf = ({ inspector, entity }: Pick<Opening, 'inspector' | 'entity'>): string =>
  `${inspector}\u001f${entity}`;

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
    { ...a.teams, ladder: a.ladder },
  );
  const relaxed = differs('B.relaxations', again.relaxations, b.relaxations);
  if (relaxed !== undefined) return relaxed;
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
  const recusals = new Map<string, Recusal[]>();
  for (const { inspector, entity, rule } of openings) {
    const list = recusals.get(inspector) ?? [];
    list.push({ entity, reason: '', ...(rule === undefined ? {} : { rule }) });
    recusals.set(inspector, list);
  }
  return staff.map((row) => ({ ...row, recusals: recusals.get(row.id) ?? [] }));
}
