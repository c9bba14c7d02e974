import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { ownDigest } from '../../core/digest.js';
import type { FrameRow } from '../../notice/checks/case.js';
import { noticeA } from '../../notice/noticeA.js';
import { noticeB, resultDigest } from '../../notice/noticeB.js';
import type { NoticeA, NoticeB } from '../../notice/notices.js';
import { verifyDraw } from '../../notice/verifyDraw.js';
import { drawPlan } from '../../plan/drawPlan.js';
import type { Plan } from '../../plan/plan.js';
import { preparePlan } from '../../plan/preparePlan.js';
import { arbitraryYear, type YearOptions } from '../arbitraries/planInput.js';
import { changed } from '../changed.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { FORGERIES } from './forgeries.js';
import { changes, differs, type Finding, type Law, law, throughJson } from './law.js';

/** What is tried: this library's notices, or a platform's that claim to be equal. */
export interface NoticePlatform {
  readonly noticeA?: typeof noticeA;
  readonly noticeB?: typeof noticeB;
  readonly verifyDraw?: typeof verifyDraw;
}

/** A published draw: both notices, the frames, and the plan behind them. */
interface Published {
  readonly plan: Plan;
  readonly a: NoticeA;
  readonly b: NoticeB;
}

/**
 * What must hold for the notices of a draw: an honest one verifies, a forged one does not, and
 * notice A shows nobody what only chance may decide.
 *
 * @param options.verifyDraw - tried in the place of this library's verifier, such as a platform's own
 */
export function noticeLaws(
  programme: AnyProgramme,
  options: YearOptions & NoticePlatform = {},
): Law[] {
  requireArgument('noticeLaws', 'programme', programme, 'object');
  requireArgument('noticeLaws', 'options', options, 'object');
  const { noticeA: announce = noticeA, noticeB: publish = noticeB } = options;
  const { verifyDraw: verify = verifyDraw } = options;
  const parsed = programmeOf(programme);
  const cases = arbitraryYear(parsed, options);
  const published = cases.map(({ input, entropy }): Published => {
    const prepared = preparePlan(input);
    const plan = drawPlan(prepared, entropy);
    return { plan, a: announce(prepared), b: publish(plan) };
  });
  const rejected = (a: NoticeA, b: NoticeB, what: string, digestOfA = a.digest): Finding =>
    verify(a, b, { digestOfA }).ok ? `${what} verifies` : undefined;
  return [
    law('publishes the same when asked twice', published, ({ plan, a, b }) =>
      differs({ a, b }, { a: announce(plan.prepared), b: publish(plan) }),
    ),
    law('leaves the plan as it was', published, ({ plan }) =>
      changes(plan, (one) => [announce(one.prepared), publish(one)]),
    ),
    law('verifies every draw it publishes', published, ({ plan, a, b }) => {
      const result = verify(a, b, { digestOfA: a.digest, programme: parsed, frame: rowsOf(plan) });
      const failed = result.checks.find(({ ok }) => !ok);
      if (result.ok) return undefined;
      return `\`${failed?.field}\` is \`${failed?.found}\`, expected \`${failed?.expected}\``;
    }),
    law('verifies notices that went through JSON', published, ({ a, b }) =>
      verify(throughJson(a), throughJson(b)).ok ? undefined : 'they do not verify',
    ),
    law('shows no entity and no secret before the draw', published, ({ plan, a }) => {
      const { secret, standings, inspectors } = plan.prepared;
      const hidden = new Set([
        secret,
        ...standings.map(({ id }) => id),
        ...inspectors.map(({ id }) => id),
      ]);
      const shown = textsOf(a).find((text) => hidden.has(text));
      return shown === undefined ? undefined : `notice A shows \`${shown}\``;
    }),
    law('rejects a notice A changed since it was published', pairs(published), ([one, place]) => {
      const { digest: _, ...rest } = changed(one.a, place);
      const forged = { ...rest, digest: ownDigest(rest) };
      if (forged.digest === one.a.digest) return undefined;
      return rejected(forged, resealed({ ...one.b, noticeA: forged.digest }), 'it', one.a.digest);
    }),
    law('rejects a notice B with one value changed', pairs(published), ([{ a, b }, place]) => {
      const forged = changed(b, place);
      return rejected(a, forged, differs(b, forged) ?? 'it');
    }),
    law(
      'rejects a forged notice B even with its digests made anew',
      fc.tuple(published, fc.constantFrom(...FORGERIES)),
      ([{ plan, a, b }, { name, forge, needsFrame }]) => {
        const forged = forge(b);
        if (forged === undefined) return undefined;
        const frame = needsFrame === true ? { frame: rowsOf(plan) } : {};
        const found = verify(a, resealed({ ...b, ...forged }), { digestOfA: a.digest, ...frame });
        return found.ok ? `a notice ${name} verifies` : undefined;
      },
    ),
  ];
}

const pairs = (published: fc.Arbitrary<Published>) => fc.tuple(published, fc.nat());

/** The notice with the digests of what now stands in it. */
function resealed(notice: NoticeB): NoticeB {
  const { digest: _, ...rest } = { ...notice, result: resultDigest(notice) };
  return { ...rest, digest: ownDigest(rest) };
}

function rowsOf({ prepared }: Plan): FrameRow[] {
  return prepared.tasks.flatMap(({ task, frame }) =>
    frame.map((unit) => ({ task: task.id, ...unit })),
  );
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
