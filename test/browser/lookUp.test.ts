import { noticeA, noticeB, proveEntity } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { expect, it } from 'vitest';
import { lookUp } from '../../examples/public-verifier/worker/lookUp.js';
import { firms, task, townInput } from '../plan/town.js';
import { town as weighed } from '../plan/weighed.js';
import { ENTROPY, frameOf } from '../plan/year.js';

it('answers every firm of tasks that are set apart by where their order begins', () => {
  const entities = firms(40, 'low', 'B');
  const quota = { ratio: '30%', rule: 'at-least' } as const;
  const tasks = [1, 2, 3].map((place) => task(`t${place}`, { quota, spread: { place, of: 3 } }));
  const prepared = preparePlan(townInput(entities, tasks));
  const known = { a: noticeA(prepared), b: noticeB(drawPlan(prepared, ENTROPY)) };
  const frame = frameOf(prepared);
  for (const { id } of entities) {
    const { tasks: answers } = lookUp({ ...known, frame }, id);
    answers.forEach(({ result, offset }, i) => {
      const listed = known.b.samples[i]?.strata.some(({ selected }) =>
        selected.some((one) => one.id === id),
      );
      expect(offset).toBe(Number((BigInt(i) << 52n) / 3n));
      expect(result.kind === 'drawn').toBe(listed);
      expect('isPassedOver' in result && result.isPassedOver).toBe(false);
    });
    // Without the frame, a firm that was not drawn lies above every threshold.
    for (const { result } of lookUp(known, id).tasks) {
      if (result.kind === 'not-listed') expect(result.below).toEqual([]);
    }
  }
});

it('answers every firm of a task that draws by weight, with the frame or with its proof alone', () => {
  const { a, b, frame, prepared } = weighed;
  const [stratum] = b.samples[0]?.strata ?? [];
  for (const { id, weight } of frame) {
    const proofs = [proveEntity(prepared, 'one', id)];
    for (const known of [
      { a, b, frame },
      { a, b, proofs },
    ]) {
      const [{ result } = { result: undefined }] = lookUp(known, id).tasks;
      const isIt = (one: { readonly id: string }) => one.id === id;
      const kind = stratum?.takeAll?.some(isIt)
        ? 'take-all'
        : stratum?.selected.some(isIt)
          ? 'drawn'
          : stratum?.substitutes.some(isIt)
            ? 'substitute'
            : 'not-drawn';
      expect(result).toMatchObject({ kind, weight });
      if (result === undefined || !('key' in result)) continue;
      expect(Number(result.key) <= Number(result.lastInKey)).toBe(kind === 'drawn');
      if (result.kind === 'not-drawn') expect(result.isPassedOver).toBe(false);
    }
    // Without either, what a firm weighs is not known, so no stratum of this kind is judged.
    const [{ result } = { result: undefined }] = lookUp({ a, b }, id).tasks;
    if (result?.kind === 'not-listed') {
      expect(result).toMatchObject({ strata: 0, below: [], byWeight: [stratum?.code] });
    }
  }
});
