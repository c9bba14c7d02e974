import { dayNumber, dayOf } from 'evenhand/core';
import type { InspectionAct, InspectionDocuments, InspectionOpening } from 'evenhand/inspection';

/**
 * Whether a visit may take an act after others it took, told from scratch out of the whole history: no
 * state is kept, and each rule of the visit is one sentence. Slow and obvious on purpose.
 */
export function mayTake(
  opening: InspectionOpening,
  { checklist, results, rules }: InspectionDocuments,
  history: readonly InspectionAct[],
  act: InspectionAct,
): boolean {
  const past = (kind: InspectionAct['act']) => history.filter((one) => one.act === kind);
  const index = (one: InspectionAct | undefined) => (one ? history.indexOf(one) : -1);
  const lastOf = (kind: InspectionAct['act']) => index(past(kind).at(-1));
  const same = history.find(({ id }) => id === act.id);
  if (same) return JSON.stringify(same) === JSON.stringify(act);
  if (history.some(({ at }) => at > act.at)) return false;
  if (past('call-off').length > 0 || past('close').length > 0) return false;

  const hasStarted = past('start').length > 0;
  const answers = history.filter((one) => one.act === 'answer');
  const standing = answers.filter(
    ({ item }, i) => !answers.slice(i + 1).some((later) => later.item === item),
  );
  const faulty = standing.filter(({ outcome }) => outcome === 'not-met').map(({ item }) => item);
  const conclusion = history.filter((one) => one.act === 'conclude').at(-1);
  const words = history.filter((one) => one.act === 'review' && one.of === undefined);
  const wordOn = words.find((one) => index(one) > index(conclusion));
  const isReturned = wordOn?.act === 'review' && wordOn.outcome === 'returned';
  const isConcluded = conclusion !== undefined && !isReturned;
  const teamAct = history.filter((one) => one.act === 'restaff').at(-1);
  const team = teamAct?.team ?? opening.team;
  const start = history.find((one) => one.act === 'start');
  const present = (start?.officers ?? []).filter((id) =>
    history
      .filter((one) => one.act === 'restaff' && index(one) > index(start))
      .every((one) => one.act !== 'restaff' || one.team.some(({ officer }) => officer === id)),
  );
  const member = (id: string) => team.find(({ officer }) => officer === id);
  const isFit = (id: string) => {
    const until = member(id)?.certifiedUntil;
    return member(id) !== undefined && (until === undefined || act.at <= until);
  };
  const canStaff = (some: readonly { officer: string; authority: string }[]) =>
    new Set(some.map(({ officer }) => officer)).size === some.length &&
    some.length >= (rules.officers?.least ?? 1) &&
    some.every(({ authority }) => [opening.lead, ...opening.partners].includes(authority)) &&
    checklist.items.every(({ authorities }) =>
      some.some(({ authority }) => authorities.includes(authority)),
    );
  const evidenceFits = (all: readonly { takenOn: string }[]) =>
    all.every(({ takenOn }) => takenOn <= act.at);
  const orders = history.filter((one) => one.act === 'order');
  const stateOf = (id: string): string => {
    const order = orders.find((one) => one.id === id);
    if (!order) return 'none';
    const heavy = rules.review?.followUps.includes(order.measure) ?? false;
    const word = history.find((one) => one.act === 'review' && one.of === id);
    if (heavy && !word) return 'in-review';
    if (heavy && word?.act === 'review' && word.outcome === 'returned') return 'returned';
    const look = history.filter((one) => one.act === 'recheck' && one.followUp === id).at(-1);
    if (look?.act === 'recheck') return look.outcome === 'corrected' ? 'settled' : 'failed';
    const said = history.find((one) => one.act === 'report-done' && one.followUp === id);
    const again = results.followUps.find(({ code }) => code === order.measure)?.recheck;
    return said ? (again ? 'reported' : 'settled') : 'open';
  };

  const dueOf = (id: string): string | undefined => {
    const order = orders.find((one) => one.id === id);
    const term = results.followUps.find(({ code }) => code === order?.measure)?.term;
    if (!order || order.due !== undefined) return order?.due;
    return term && 'days' in term ? dayOf(dayNumber(order.at) + term.days) : undefined;
  };

  switch (act.act) {
    case 'restaff':
      return canStaff(act.team);
    case 'call-off':
      return !hasStarted;
    case 'turn-away':
      return hasStarted ? !isConcluded : lastOf('turn-away') === -1;
    case 'start':
      return (
        !hasStarted &&
        act.scan !== undefined &&
        act.at >= checklist.from &&
        act.officers.every(isFit) &&
        canStaff(
          act.officers.map((id) => ({ officer: id, authority: member(id)?.authority ?? '' })),
        )
      );
    case 'answer': {
      const item = checklist.items.find(({ id }) => id === act.item);
      const before = standing.find((one) => one.item === act.item)?.id;
      return (
        hasStarted &&
        !isConcluded &&
        item !== undefined &&
        isFit(act.by) &&
        present.includes(act.by) &&
        item.authorities.includes(member(act.by)?.authority ?? '') &&
        before === act.replaces &&
        evidenceFits(act.evidence) &&
        (act.outcome !== 'not-met' || act.evidence.length > 0) &&
        (act.corrected === undefined || act.outcome === 'not-met')
      );
    }
    case 'conclude': {
      const codes = act.results.map(({ code }) => code);
      const sorts = codes.map((code) => results.results.find((one) => one.code === code)?.sort);
      const about = act.results.filter((_, i) => sorts[i] === 'problem');
      return (
        hasStarted &&
        !isConcluded &&
        act.list === `${results.id}@${results.version}` &&
        isFit(act.by) &&
        present.includes(act.by) &&
        codes.length > 0 &&
        !sorts.includes(undefined) &&
        new Set(codes).size === codes.length &&
        (sorts.includes('unreached') || standing.length === checklist.items.length) &&
        (!sorts.includes('clean') ||
          (faulty.length === 0 && sorts.every((sort) => sort === 'clean'))) &&
        (!sorts.includes('problem') || faulty.length > 0) &&
        act.results.every(({ items = [] }) => items.every((one) => faulty.includes(one))) &&
        faulty.every((one) => about.some(({ items }) => items === undefined || items.includes(one)))
      );
    }
    case 'order': {
      const measure = results.followUps.find(({ code }) => code === act.measure);
      return (
        isConcluded &&
        measure !== undefined &&
        isFit(act.by) &&
        act.items.every((one) => faulty.includes(one)) &&
        (act.follows === undefined || stateOf(act.follows) === 'failed') &&
        (act.due === undefined
          ? measure.recheck === undefined || measure.term !== undefined
          : act.due >= act.at) &&
        // The random cases have terms in calendar days only.
        (act.due === undefined ||
          measure.term === undefined ||
          !('days' in measure.term) ||
          dayNumber(act.due) - dayNumber(act.at) <= measure.term.days)
      );
    }
    case 'review':
      return (
        isConcluded &&
        !history.some((one) => one.act === 'answer' && one.by === act.by) &&
        !start?.officers.includes(act.by) &&
        !opening.team.some(({ officer }) => officer === act.by) &&
        !team.some(({ officer }) => officer === act.by) &&
        (act.of === undefined
          ? wordOn === undefined &&
            (conclusion?.results ?? []).some(({ code }) => rules.review?.results.includes(code))
          : stateOf(act.of) === 'in-review')
      );
    case 'report-done':
      return isConcluded && stateOf(act.followUp) === 'open' && evidenceFits(act.evidence);
    case 'recheck': {
      const due = dueOf(act.followUp);
      const isRunning = stateOf(act.followUp) === 'open' && due !== undefined && act.at <= due;
      return (
        isConcluded &&
        isFit(act.by) &&
        ['open', 'reported'].includes(stateOf(act.followUp)) &&
        evidenceFits(act.evidence) &&
        !(act.outcome === 'not-corrected' && isRunning)
      );
    }
    case 'publish': {
      const waits =
        wordOn === undefined &&
        (conclusion?.results ?? []).some(({ code }) => rules.review?.results.includes(code));
      return isConcluded && !waits;
    }
    case 'close':
      return (
        isConcluded &&
        (rules.publication === undefined || past('publish').length > 0) &&
        orders.every(({ id }) => {
          const state = stateOf(id);
          const isFollowed = orders.some(({ follows }) => follows === id);
          return state === 'settled' || state === 'returned' || (state === 'failed' && isFollowed);
        })
      );
  }
}
