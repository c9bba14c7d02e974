import { sortedBy } from '../../core/order.js';
import type { Opening, StaffRow } from '../../plan/staff.js';
import type { NoticeB, NoticeSample, NoticeVisit } from '../notices.js';
import type { PlanAct, PlanAmendment, Substitution } from './amendment.js';

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
  const { samples, visits, desk, deferred, staff, openings, relaxations } = noticeB;
  const { booked, joined } = noticeB;
  const lists = {
    ...{ samples, visits, desk, deferred, staff, openings, relaxations },
    ...(booked === undefined ? {} : { booked }),
    ...(joined === undefined ? {} : { joined }),
  };
  return amendments.reduce(amended, { ...lists, reruns: 0 });
}

/** The plan after one more amendment. */
export function amended(before: PlanNow, amendment: PlanAmendment): PlanNow {
  const { act, substitution, purpose, teams, unstaffed, relaxations = [] } = amendment;
  const changed = rearranged(before, act, substitution, amendment);
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

/**
 * The plan after an act, before anybody is drawn anew: a visit that is still there keeps its team.
 *
 * @param outcome - of the struck entity and its substitute
 */
export function rearranged(
  before: PlanNow,
  act: PlanAct,
  substitution: Substitution | undefined,
  {
    visits,
    desk,
    deferred,
    openings,
    booked = [],
    joined = [],
  }: Pick<PlanAmendment, 'visits' | 'desk' | 'deferred' | 'openings' | 'booked' | 'joined'>,
): PlanNow {
  if (act.kind === 'absence') {
    const { inspector, from, to } = act;
    const staff = before.staff.map((row) =>
      row.id === inspector ? { ...row, absences: [...row.absences, { from, to }] } : row,
    );
    return { ...before, staff };
  }
  const isTouched = touchedBy(act, substitution);
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
    samples: substituted(before.samples, act, substitution),
    visits: sortedBy([...rest(before.visits), ...now], ({ id }) => id),
    desk: [...rest(before.desk), ...desk],
    deferred: [...rest(before.deferred), ...deferred],
    openings: [...before.openings, ...openings],
    ...(before.booked === undefined ? {} : { booked: [...before.booked, ...booked] }),
    ...(before.joined === undefined
      ? {}
      : { joined: sortedBy([...rest(before.joined), ...joined], ({ visit }) => visit) }),
  };
}

/** Whether an entity is the struck one or its substitute. */
export function touchedBy(
  act: PlanAct,
  substitution: Substitution | undefined,
): (entity: string) => boolean {
  return (entity) =>
    act.kind === 'strike' && (entity === act.entity || entity === substitution?.id);
}

/** The samples with the struck entity out and its substitute in. */
export function substituted(
  samples: readonly NoticeSample[],
  act: Extract<PlanAct, { kind: 'strike' }>,
  substitution: Substitution | undefined,
): readonly NoticeSample[] {
  return samples.map((sample) => {
    if (sample.task !== act.task) return sample;
    const strata = sample.strata.map((one) => {
      if (one.code !== substitution?.stratum) return one;
      const selected = one.selected.filter(({ id }) => id !== act.entity);
      const [next, ...substitutes] = one.substitutes;
      if (next === undefined) return { ...one, selected };
      return { ...one, selected: [...selected, next], substitutes };
    });
    return { ...sample, strata };
  });
}

/** The substitution that a strike leads to; undefined where the entity was not drawn for the task. */
export function substitutionFor(
  { samples }: Pick<PlanNow, 'samples'>,
  act: Extract<PlanAct, { kind: 'strike' }>,
): Substitution | undefined {
  const strata = samples.find(({ task }) => task === act.task)?.strata ?? [];
  const stratum = strata.find(({ selected }) => selected.some(({ id }) => id === act.entity));
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
