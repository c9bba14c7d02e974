import { causesRootOf } from '../../plan/causes.js';
import { TEAM } from '../../plan/teamSize.js';
import { groupedBy } from '../../visits/groupedBy.js';
import type { NoticeA, NoticeB, NoticeVisit } from '../notices.js';
import { differs, type Finding, firstOf } from './case.js';

/** The for-cause visits are those notice A committed to: one a cause, outside the cap, by a pair. */
export function checkForCause(a: NoticeA, b: NoticeB): Finding {
  const visits = b.visits.flatMap((visit, i) =>
    visit.kind === 'for-cause' ? [{ visit, path: `B.visits[${i}]` }] : [],
  );
  return (
    firstOf(visits, ({ visit, path }) =>
      firstOf(['counts', 'partners', 'teamSize', 'demands'] as const, (field) =>
        differs(`${path}.${field}`, expectedOf(visit)[field], visit[field]),
      ),
    ) ??
    differs('B.visits.forCause.length', a.causes.count, visits.length) ??
    differs(
      'B.visits.forCause.root',
      a.causes.root,
      causesRootOf(
        visits.map(({ visit: { lead, demands, ...rest } }) => ({
          ...rest,
          authority: lead,
          item: demands[0]?.item ?? '',
        })),
      ),
    ) ??
    checkNumbers(visits)
  );
}

function expectedOf({ demands }: NoticeVisit) {
  const { item = '' } = demands[0] ?? {};
  return { counts: false, partners: [], teamSize: TEAM, demands: [{ item }] };
}

/** At each place they are numbered by their windows' first days. */
function checkNumbers(visits: readonly { visit: NoticeVisit; path: string }[]): Finding {
  const places = groupedBy(visits, ({ visit: { entity, site } }) =>
    site === undefined ? entity : `${entity}@${site}`,
  );
  return firstOf(places, ([place, group]) => {
    const byDay = [...group].sort(
      (x, y) =>
        (x.visit.window.from < y.visit.window.from ? -1 : 0) ||
        (x.visit.window.from > y.visit.window.from ? 1 : 0) ||
        numberOf(x.visit) - numberOf(y.visit),
    );
    return firstOf(byDay, ({ visit, path }, i) => {
      const name = `${place}/for-cause`;
      return differs(`${path}.id`, i === 0 ? name : `${name}#${i + 1}`, visit.id);
    });
  });
}

/** The number at the end of an id: visits of one day stand in the order of demands nobody sees. */
function numberOf({ id }: NoticeVisit): number {
  const at = id.lastIndexOf('#');
  return at < 0 ? 1 : Number(id.slice(at + 1));
}
