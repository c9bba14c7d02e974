import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf, EvidenceReference } from '../act.js';
import type { Change, CheckedItem, Inspection } from '../inspection.js';
import { presentFaults } from './officers.js';

/** An officer of an authority that has the item answers it, once, or with a word on the answer before. */
export function answer(inspection: Inspection, act: ActOf<'answer'>): Change {
  const { documents, answers } = inspection;
  const { item: id, outcome, by, at, evidence, duties, corrected } = act;
  const item = documents.checklist.items.find((one) => one.id === id);
  if (item === undefined) {
    const expected = documents.checklist.items.map((one) => one.id);
    return [errorAt('item-not-on-checklist', ['item'], { given: id, expected })];
  }
  const faults = [
    ...presentFaults(inspection, by, at),
    ...authorityFaults(inspection, item, by),
    ...repeatFaults(inspection, act),
    ...evidenceFaults(evidence, at),
    ...dutyFaults(item, act),
  ];
  const needed = documents.rules.evidence?.outcomes ?? [];
  if (needed.includes(outcome) && evidence.length === 0) {
    faults.push(errorAt('evidence-needed', ['evidence'], { given: outcome, item: id }));
  }
  if (corrected === true && outcome !== 'not-met') {
    faults.push(errorAt('corrected-without-fault', ['corrected'], { given: outcome, item: id }));
  }
  if (faults.length > 0) return faults;
  const given = {
    act: act.id,
    item: id,
    outcome,
    by,
    on: at,
    evidence,
    ...(duties === undefined ? {} : { duties }),
    ...(corrected === undefined ? {} : { corrected }),
  };
  return { answers: { ...answers, [id]: given } };
}

/** Evidence that was taken after the day it is entered. */
export function evidenceFaults(evidence: readonly EvidenceReference[], at: string): Issue[] {
  return evidence.flatMap(({ takenOn }, i) =>
    takenOn <= at
      ? []
      : [errorAt('evidence-later', ['evidence', i, 'takenOn'], { given: takenOn, expected: at })],
  );
}

function authorityFaults({ team }: Inspection, item: CheckedItem, by: string): Issue[] {
  const own = team.find(({ officer }) => officer === by)?.authority;
  if (own === undefined || item.authorities.includes(own)) return [];
  const params = { given: by, authority: own, item: item.id, expected: [...item.authorities] };
  return [errorAt('item-not-its-authority', ['by'], params)];
}

function repeatFaults({ answers }: Inspection, { item, replaces }: ActOf<'answer'>): Issue[] {
  const standing = Object.hasOwn(answers, item) ? answers[item]?.act : undefined;
  if (standing === replaces) return [];
  if (replaces === undefined) {
    return [errorAt('item-answered', ['item'], { given: item, expected: standing ?? '' })];
  }
  const params = { given: replaces, item, expected: standing ?? '-' };
  return [errorAt('answer-unknown', ['replaces'], params)];
}

function dutyFaults({ id, duties: asked }: CheckedItem, { duties }: ActOf<'answer'>): Issue[] {
  return (duties ?? []).flatMap((duty, i) =>
    asked?.includes(duty)
      ? []
      : [
          errorAt('duty-not-of-item', ['duties', i], {
            given: duty,
            item: id,
            expected: [...(asked ?? [])],
          }),
        ],
  );
}
