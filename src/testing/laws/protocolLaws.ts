import * as fc from 'fast-check';
import { ownDigest } from '../../core/digest.js';
import type { PlanAct, PlanAmendment } from '../../notice/amend/amendment.js';
import { amendPlan } from '../../notice/amend/amendPlan.js';
import { verifyAmendments } from '../../notice/amend/verifyAmendments.js';
import { noticeA } from '../../notice/noticeA.js';
import { noticeB } from '../../notice/noticeB.js';
import type { NoticeA, NoticeB } from '../../notice/notices.js';
import { checkProof } from '../../notice/proof/checkProof.js';
import { proveEntity } from '../../notice/proof/proveEntity.js';
import { drawPlan } from '../../plan/drawPlan.js';
import type { Prepared } from '../../plan/prepared.js';
import { preparePlan } from '../../plan/preparePlan.js';
import { arbitraryYear, type YearOptions } from '../arbitraries/planInput.js';
import { changed } from '../changed.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { type Finding, firstFinding, type Law, law } from './law.js';

/** What is tried: this library's proofs and amendments, or a platform's that claim to be equal. */
export interface ProtocolPlatform {
  readonly proveEntity?: typeof proveEntity;
  readonly checkProof?: typeof checkProof;
  readonly amendPlan?: typeof amendPlan;
  readonly verifyAmendments?: typeof verifyAmendments;
}

interface Case {
  readonly prepared: Prepared;
  readonly a: NoticeA;
  readonly b: NoticeB;
  readonly place: number;
}

/**
 * What must hold after a draw was published: everybody in a frame has a proof that says what the
 * draw did, amendments verify, and neither proof nor amendment bears a change.
 *
 * @param options.checkProof - tried in the place of this library's, such as a platform's own
 */
export function protocolLaws(
  programme: AnyProgramme,
  options: YearOptions & ProtocolPlatform = {},
): Law[] {
  const { proveEntity: prove = proveEntity, checkProof: check = checkProof } = options;
  const { amendPlan: amend = amendPlan, verifyAmendments: verify = verifyAmendments } = options;
  const years = arbitraryYear(programmeOf(programme), options);
  const cases = fc.tuple(years, fc.nat()).map(([{ input, entropy }, place]): Case => {
    const prepared = preparePlan(input);
    return {
      prepared,
      a: noticeA(prepared),
      b: noticeB(drawPlan(prepared, entropy)),
      place,
    };
  });
  const amended = ({ prepared, a, b, place }: Case): PlanAmendment[] => {
    const list: PlanAmendment[] = [];
    for (const step of [0, 1, 2]) {
      const act = actOf(prepared, b, list, place + step);
      if (act !== undefined) list.push(amend({ prepared, noticeB: b, amendments: list }, act));
      // One that does not hold can't be continued.
      if (!verify(a, b, list).ok) break;
    }
    return list;
  };
  return [
    law('proves what the draw did to everybody in a frame', cases, ({ prepared, a, b, place }) =>
      firstFinding(someOf(prepared, place), ({ task, id }): Finding => {
        const answer = check(a, b, prove(prepared, task, id));
        const sample = b.samples.find((one) => one.task === task);
        const drawn = sample?.strata.some(({ selected }) => selected.some((one) => one.id === id));
        if (!answer.ok) return `\`${answer.field}\` differs for \`${id}\``;
        return answer.drawn === drawn
          ? undefined
          : `\`${id}\` is said to be drawn: ${answer.drawn}`;
      }),
    ),
    law('accepts no proof with one value changed', cases, ({ prepared, a, b, place }) =>
      firstFinding(someOf(prepared, place).slice(0, 1), ({ task, id }) =>
        check(a, b, changed(proveEntity(prepared, task, id), place)).ok
          ? `the proof of \`${id}\` holds with a change`
          : undefined,
      ),
    ),
    law('verifies the amendments it makes', cases, (one) => {
      const { ok, field, expected, found } = verify(one.a, one.b, amended(one));
      return ok ? undefined : `\`${field}\` is \`${found}\`, expected \`${expected}\``;
    }),
    law('accepts no amendment with one value changed', cases, (one) => {
      const list = amended(one);
      const last = list.at(-1);
      if (last === undefined) return undefined;
      const forged = changed(last, one.place);
      return verify(one.a, one.b, [...list.slice(0, -1), forged]).ok
        ? 'an amendment holds with a change'
        : undefined;
    }),
    law('lets in nobody but the next substitute', cases, (one) => {
      const list = amended(one);
      const at = list.findIndex(({ substitution }) => substitution?.id !== undefined);
      const struck = list[at];
      if (struck?.substitution === undefined) return undefined;
      const friend = { ...struck.substitution, id: `${struck.substitution.id}x` };
      const { digest: _, ...rest } = { ...struck, substitution: friend };
      const forged = { ...rest, digest: ownDigest(rest) };
      return verify(one.a, one.b, [...list.slice(0, at), forged]).ok
        ? 'a friend was let in'
        : undefined;
    }),
  ];
}

/** A few entities of the frames, others for another place. */
function someOf({ tasks }: Prepared, place: number): { task: string; id: string }[] {
  const all = tasks.flatMap(({ task, frame }) => frame.map(({ id }) => ({ task: task.id, id })));
  const few = Math.min(4, all.length);
  return Array.from(
    { length: few },
    (_, i) => all[(place + i * 7) % all.length] as (typeof all)[0],
  );
}

/** A strike of somebody still drawn, or an absence; undefined where there is nobody. */
function actOf(
  { inspectors, year }: Prepared,
  { samples }: NoticeB,
  before: readonly PlanAmendment[],
  place: number,
): PlanAct | undefined {
  const struck = new Set(
    before.flatMap(({ act }) => (act.kind === 'strike' ? [`${act.task}/${act.entity}`] : [])),
  );
  const drawn = samples.flatMap(({ task, strata }) =>
    strata.flatMap(({ selected }) =>
      selected
        .map(({ id }) => ({ task, entity: id }))
        .filter((one) => !struck.has(`${one.task}/${one.entity}`)),
    ),
  );
  const who = drawn[place % Math.max(1, drawn.length)];
  const inspector = inspectors[place % Math.max(1, inspectors.length)]?.id;
  if (who !== undefined && (place % 3 !== 0 || inspector === undefined)) {
    return { kind: 'strike', ...who, reason: 'closed' };
  }
  if (inspector === undefined) return undefined;
  return { kind: 'absence', inspector, from: `${year}-01-01`, to: `${year}-12-31` };
}
