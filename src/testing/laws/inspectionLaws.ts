import { requireArgument } from '../../core/argument.js';
import type { InspectionAct } from '../../inspection/act.js';
import { findingsOf, inspectionEvents } from '../../inspection/findingsOf.js';
import type { Inspection, InspectionAnswer } from '../../inspection/inspection.js';
import { openInspection } from '../../inspection/openInspection.js';
import { recordInspection } from '../../inspection/recordInspection.js';
import { arbitraryInspectionActs, type InspectionCase } from '../arbitraries/inspection.js';
import { differs, type Finding, type Law, law, throughJson } from './law.js';

/** How a platform keeps visits: this library's way, or one that claims to be equal. */
export interface InspectionPlatform {
  readonly record?: (inspection: Inspection, act: InspectionAct) => InspectionAnswer;
}

/**
 * What must hold for the visits of an authority: nothing is found before a scan-in, results are of the
 * visit's own list, nothing is published before its review, and what is refused changes nothing.
 *
 * @param given - an opening and the documents it goes by, with a checklist of their own
 * @param platform - what is tried; this library's own where left out
 * @throws the issues of an opening that is refused
 */
export function inspectionLaws(given: InspectionCase, platform: InspectionPlatform = {}): Law[] {
  requireArgument('inspectionLaws', 'given', given, { opening: 'object', documents: 'object' });
  requireArgument('inspectionLaws', 'platform', platform, 'object');
  const { record = (inspection, act) => recordInspection(inspection, act) } = platform;
  const opened = openInspection(given.opening, given.documents);
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const acts = arbitraryInspectionActs(given);
  const steps = (all: readonly InspectionAct[]) => {
    let now = opened.inspection;
    return all.map((act) => {
      const answer = record(now, act);
      const step = { before: now, act, answer };
      now = answer.inspection;
      return step;
    });
  };
  const first = (all: readonly InspectionAct[], check: (step: Step) => Finding): Finding => {
    for (const step of steps(all)) {
      const finding = check(step);
      if (finding !== undefined) return `act \`${step.act.id}\` (${step.act.act}): ${finding}`;
    }
    return undefined;
  };
  return [
    law('refuses by name, and changes nothing by it', acts, (all) =>
      first(all, ({ before, answer }) => {
        if (answer.taken) return undefined;
        if (answer.issues.length === 0) return 'it is refused for no reason';
        return differs(before, answer.inspection);
      }),
    ),
    law('takes an act again as it was', acts, (all) =>
      first(all, ({ act, answer }) => {
        if (!answer.taken) return undefined;
        const again = record(answer.inspection, act);
        if (!again.taken) return 'sent again it is refused';
        return differs(answer.inspection, again.inspection);
      }),
    ),
    law('finds nothing on a visit that never started', acts, (all) =>
      first(all, ({ answer: { inspection } }) => {
        if (inspection.startedOn !== undefined) return undefined;
        const traces = [...findingsOf(inspection), ...inspectionEvents(inspection)];
        return traces.length === 0 && inspection.conclusion === undefined
          ? undefined
          : 'it has results';
      }),
    ),
    law('has answers by officers of its team only, for items of its checklist', acts, (all) =>
      first(all, ({ before, act, answer }) => {
        if (!answer.taken || act.act !== 'answer') return undefined;
        if (before.acts.some(({ id }) => id === act.id)) return undefined;
        const own = before.team.find(({ officer }) => officer === act.by)?.authority;
        const item = before.documents.checklist.items.find(({ id }) => id === act.item);
        return own !== undefined && item?.authorities.includes(own)
          ? undefined
          : `\`${act.by}\` answers \`${act.item}\``;
      }),
    ),
    law('has results of its own list only', acts, (all) =>
      first(all, ({ answer: { inspection } }) => {
        const known = inspection.documents.results.results.map(({ code }) => code);
        const odd = inspection.conclusion?.results.find(({ code }) => !known.includes(code));
        return odd === undefined ? undefined : `\`${odd.code}\` is no result of it`;
      }),
    ),
    law('publishes nothing that waits for the legal office', acts, (all) =>
      first(all, ({ before, act, answer }) => {
        if (!answer.taken || act.act !== 'publish') return undefined;
        if (before.acts.some(({ id }) => id === act.id)) return undefined;
        const { documents, conclusion } = before;
        const heavy = documents.rules.review?.results ?? [];
        const isHeavy = conclusion?.results.some(({ code }) => heavy.includes(code)) ?? false;
        return isHeavy && conclusion?.review !== 'agreed' ? 'it was not reviewed' : undefined;
      }),
    ),
    law('is closed with every follow-up settled, returned or gone on from', acts, (all) =>
      first(all, ({ answer: { inspection } }) => {
        if (inspection.state !== 'closed') return undefined;
        const { followUps } = inspection;
        const open = followUps.find(
          ({ id, state }) =>
            state !== 'settled' &&
            state !== 'returned' &&
            !(state === 'failed' && followUps.some(({ follows }) => follows === id)),
        );
        return open === undefined ? undefined : `\`${open.id}\` is \`${open.state}\``;
      }),
    ),
    law('is made anew by its own acts, and survives JSON', acts, (all) => {
      const last = steps(all).at(-1)?.answer.inspection ?? opened.inspection;
      const anew = last.acts.reduce((now, act) => record(now, act).inspection, opened.inspection);
      return differs(last, anew) ?? differs(last, throughJson(last));
    }),
  ];
}

interface Step {
  readonly before: Inspection;
  readonly act: InspectionAct;
  readonly answer: InspectionAnswer;
}
