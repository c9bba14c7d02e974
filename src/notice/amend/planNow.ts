import { requireArgument } from '../../core/argument.js';
import { sortedBy } from '../../core/order.js';
import type { Opening, StaffRow } from '../../plan/staff.js';
import type { NoticeB, NoticeSample, NoticeVisit } from '../notices.js';
import type { Addition, PlanAct, PlanAmendment, Substitution } from './amendment.js';

/** A published draw as it stands after its amendments. */
export interface PlanNow {
  readonly samples: readonly NoticeSample[];
  readonly visits: readonly NoticeVisit[];
  readonly desk: NoticeB['desk'];
  readonly deferred: NoticeB['deferred'];
  readonly staff: readonly StaffRow[];
  readonly openings: readonly Opening[];
  readonly booked?: NoticeB['booked'];
  readonly joined?: NoticeB['joined'];
  /** Where those in the samples lie, where quiet days hold in some districts alone. */
  readonly districts?: NoticeB['districts'];
  /** How many came in since notice B, by task and stratum: `food/s01`. */
  readonly came: Readonly<Record<string, number>>;
  /** Whom notice B and its amendments let in where, though a soft rule stood against it. */
  readonly relaxations: NoticeB['relaxations'];
  /** How often places were drawn again: the next key is `pair:` and this number plus 2. */
  readonly reruns: number;
}

/**
 * The draw as it stands: who is visited when and by whom after all amendments.
 *
 * @param amendments - in their order; `verifyAmendments` says whether they are right
 */
export function planNow(noticeB: NoticeB, amendments: readonly PlanAmendment[]): PlanNow {
  requireArgument('planNow', 'noticeB', noticeB, { visits: 'array' });
  requireArgument('planNow', 'amendments', amendments, 'array');
  const { samples, visits, desk, deferred, staff, openings, relaxations } = noticeB;
  const { booked, joined, districts } = noticeB;
  const lists = {
    ...{ samples, visits, desk, deferred, staff, openings, relaxations },
    ...(booked === undefined ? {} : { booked }),
    ...(joined === undefined ? {} : { joined }),
    ...(districts === undefined ? {} : { districts }),
  };
  return amendments.reduce(amended, { ...lists, came: {}, reruns: 0 });
}

/** The plan after one more amendment. */
export function amended(before: PlanNow, amendment: PlanAmendment): PlanNow {
  const { purpose, teams, unstaffed, relaxations = [] } = amendment;
  const changed = rearranged(before, amendment);
  const drawn = new Map(teams.map((team) => [team.visit, team]));
  const without = new Set(unstaffed);
  return {
    ...changed,
    relaxations: [...before.relaxations, ...relaxations],
    reruns: before.reruns + (purpose === undefined ? 0 : 1),
    visits: changed.visits.map((visit) => {
      const team = drawn.get(visit.id);
      if (team !== undefined) return { ...visit, members: team.members, leader: team.leader };
      return without.has(visit.id) ? withoutTeam(visit) : visit;
    }),
  };
}

/** What of an amendment says who is concerned, and how they stand now. */
export type Rearrangement = Pick<
  PlanAmendment,
  | 'act'
  | 'substitution'
  | 'additions'
  | 'districts'
  | 'visits'
  | 'desk'
  | 'deferred'
  | 'openings'
  | 'booked'
  | 'joined'
>;

/** Who is concerned by an amendment, as far as its samples go. */
export type Exchange = Pick<PlanAmendment, 'act' | 'substitution' | 'additions'>;

/** The plan after an act, before anybody is drawn anew: a visit that is still there keeps its team. */
export function rearranged(before: PlanNow, amendment: Rearrangement): PlanNow {
  const { act, districts, visits, desk, deferred, openings, booked = [], joined = [] } = amendment;
  if (act.kind === 'absence') {
    const { inspector, from, to } = act;
    const staff = before.staff.map((row) =>
      row.id === inspector ? { ...row, absences: [...row.absences, { from, to }] } : row,
    );
    return { ...before, staff };
  }
  const isTouched = touchedBy(amendment);
  const teams = new Map(before.visits.map((visit) => [visit.id, visit]));
  const now = visits.map((visit): NoticeVisit => {
    const { members, leader } = teams.get(visit.id) ?? {};
    return {
      ...visit,
      ...(members === undefined ? {} : { members }),
      ...(leader === undefined ? {} : { leader }),
    };
  });
  const rest = <T extends { readonly entity: string }>(list: readonly T[]): T[] =>
    list.filter(({ entity }) => !isTouched(entity));
  return {
    ...before,
    samples: exchanged(before.samples, amendment),
    came: cameBy(before.came, amendment),
    visits: sortedBy([...rest(before.visits), ...now], ({ id }) => id),
    desk: [...rest(before.desk), ...desk],
    deferred: [...rest(before.deferred), ...deferred],
    openings: [...before.openings, ...openings],
    ...(before.districts === undefined ? {} : { districts: { ...before.districts, ...districts } }),
    ...(before.booked === undefined ? {} : { booked: [...before.booked, ...booked] }),
    ...(before.joined === undefined
      ? {}
      : { joined: sortedBy([...rest(before.joined), ...joined], ({ visit }) => visit) }),
  };
}

/** Whether an entity is the struck one or its substitute, or one of those added. */
export function touchedBy({
  act,
  substitution,
  additions = [],
}: Exchange): (entity: string) => boolean {
  const ids = new Set(additions.flatMap(({ added }) => added.map(({ id }) => id)));
  if (act.kind === 'strike') ids.add(act.entity);
  if (substitution?.id !== undefined) ids.add(substitution.id);
  return (entity) => ids.has(entity);
}

/** How many came in, once those of an amendment have. */
function cameBy(
  came: PlanNow['came'],
  { act, substitution, additions = [] }: Exchange,
): PlanNow['came'] {
  if (act.kind === 'absence') return came;
  const more = new Map(additions.map(({ stratum, added }) => [stratum, added.length]));
  if (substitution?.id !== undefined) more.set(substitution.stratum, 1);
  const now = [...more].map(([code, count]) => {
    const name = `${act.task}/${code}`;
    return [name, (came[name] ?? 0) + count];
  });
  return { ...came, ...Object.fromEntries(now) };
}

/** The samples with the struck entity out and its substitute in, or with those added. */
export function exchanged(
  samples: readonly NoticeSample[],
  { act, substitution, additions = [] }: Exchange,
): readonly NoticeSample[] {
  if (act.kind === 'absence') return samples;
  const more = new Map(additions.map((one) => [one.stratum, one]));
  return samples.map((sample) => {
    if (sample.task !== act.task) return sample;
    const strata = sample.strata.map((one) => {
      if (act.kind === 'top-up') return enlarged(one, more.get(one.code));
      return one.code === substitution?.stratum ? withoutStruck(one, act.entity) : one;
    });
    return { ...sample, strata };
  });
}

type Stratum = NoticeSample['strata'][number];

/** A stratum with its struck entity out and the next substitute in. */
function withoutStruck(stratum: Stratum, entity: string): Stratum {
  const stays = ({ id }: { readonly id: string }): boolean => id !== entity;
  const left = {
    ...stratum,
    ...(stratum.takeAll === undefined ? {} : { takeAll: stratum.takeAll.filter(stays) }),
    selected: stratum.selected.filter(stays),
  };
  const [next, ...substitutes] = stratum.substitutes;
  if (next === undefined) return left;
  return { ...left, selected: [...left.selected, next], substitutes };
}

/** A stratum with those added, and with its new thresholds. */
function enlarged(stratum: Stratum, addition: Addition | undefined): Stratum {
  if (addition === undefined) return stratum;
  const { stratum: _, added, ...now } = addition;
  const { lastIn: __, lastInKey: ___, firstOut: ____, firstOutKey: _____, ...kept } = stratum;
  return { ...kept, ...now, selected: [...stratum.selected, ...added] };
}

/** The substitution that a strike leads to; undefined where the entity was not drawn for the task. */
export function substitutionFor(
  { samples }: Pick<PlanNow, 'samples'>,
  act: Extract<PlanAct, { kind: 'strike' }>,
): Substitution | undefined {
  const strata = samples.find(({ task }) => task === act.task)?.strata ?? [];
  const stratum = strata.find(({ takeAll = [], selected }) =>
    [...takeAll, ...selected].some(({ id }) => id === act.entity),
  );
  if (stratum === undefined) return undefined;
  const next = stratum.substitutes[0];
  return {
    stratum: stratum.code,
    ...(next === undefined ? {} : { id: next.id, ticket: next.ticket }),
  };
}

function withoutTeam({ members: _, leader: __, ...visit }: NoticeVisit): NoticeVisit {
  return visit;
}
