import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { ownDigest } from '../../core/digest.js';
import { standingsFor } from '../../notice/amend/additions.js';
import type { PlanAct, PlanAmendment } from '../../notice/amend/amendment.js';
import { amendPlan } from '../../notice/amend/amendPlan.js';
import { planNow } from '../../notice/amend/planNow.js';
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
  requireArgument('protocolLaws', 'programme', programme, 'object');
  requireArgument('protocolLaws', 'options', options, 'object');
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
        const drawn = sample?.strata.some(({ takeAll = [], selected }) =>
          [...takeAll, ...selected].some((one) => one.id === id),
        );
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
      const frame = one.prepared.tasks.flatMap(({ task, frame: units }) =>
        units.map((unit) => ({ task: task.id, ...unit })),
      );
      const { ok, field, expected, found } = verify(one.a, one.b, amended(one), { frame });
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
      const at = list.findIndex((amendment) => withFriend(amendment) !== undefined);
      const bent = list[at] && withFriend(list[at]);
      if (bent === undefined) return undefined;
      const { digest: _, ...rest } = bent;
      const forged = { ...rest, digest: ownDigest(rest) };
      return verify(one.a, one.b, [...list.slice(0, at), forged]).ok
        ? 'a friend was let in'
        : undefined;
    }),
  ];
}

/** The amendment with a friend in the place of whoever came in; undefined where nobody did. */
function withFriend(amendment: PlanAmendment): PlanAmendment | undefined {
  const { substitution, additions } = amendment;
  if (substitution?.id !== undefined) {
    return { ...amendment, substitution: { ...substitution, id: `${substitution.id}x` } };
  }
  const [first, ...others] = additions ?? [];
  const [own, ...rest] = first?.added ?? [];
  if (first === undefined || own === undefined) return undefined;
  const added = [{ ...own, id: `${own.id}x` }, ...rest];
  return { ...amendment, additions: [{ ...first, added }, ...others] };
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

/** A task that can draw more, and how many it shall draw; undefined where none can. */
function totalFor(
  prepared: Prepared,
  b: NoticeB,
  before: readonly PlanAmendment[],
  place: number,
): { readonly task: string; readonly total: number } | undefined {
  const a = noticeA(prepared);
  const now = planNow(b, before);
  for (const { task } of prepared.tasks) {
    const asked = { kind: 'top-up', task: task.id, total: 0, reason: '' } as const;
    const room = standingsFor(a, b, now, asked);
    if (room === undefined || !('most' in room) || room.least > room.most) continue;
    const span = room.most - room.least + 1;
    return { task: task.id, total: room.least + (place % Math.min(span, 5)) };
  }
  return undefined;
}

/** A top-up, a strike of somebody still drawn, or an absence; undefined where there is nobody. */
function actOf(
  prepared: Prepared,
  b: NoticeB,
  before: readonly PlanAmendment[],
  place: number,
): PlanAct | undefined {
  const { inspectors, year } = prepared;
  const { samples } = b;
  const struck = new Set(
    before.flatMap(({ act }) => (act.kind === 'strike' ? [`${act.task}/${act.entity}`] : [])),
  );
  const drawn = samples.flatMap(({ task, strata }) =>
    strata.flatMap(({ takeAll = [], selected }) =>
      [...takeAll, ...selected]
        .map(({ id }) => ({ task, entity: id }))
        .filter((one) => !struck.has(`${one.task}/${one.entity}`)),
    ),
  );
  const who = drawn[place % Math.max(1, drawn.length)];
  const inspector = inspectors[place % Math.max(1, inspectors.length)]?.id;
  const total = place % 4 === 1 ? totalFor(prepared, b, before, place) : undefined;
  if (total !== undefined) return { kind: 'top-up', ...total, reason: 'more are wanted' };
  if (who !== undefined && (place % 3 !== 0 || inspector === undefined)) {
    return { kind: 'strike', ...who, reason: 'closed' };
  }
  if (inspector === undefined) return undefined;
  return { kind: 'absence', inspector, from: `${year}-01-01`, to: `${year}-12-31` };
}
