import { frameProof } from 'evenhand/draw';
import { checkProof, type Proof, parseProof, proveEntity } from 'evenhand/notice';
import { preparePlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { town } from '../plan/town.js';
import { codeOf } from '../ticket/codeOf.js';
import { edited, honest, prepared, republished, sealed } from './forger.js';

const { a, b } = honest;
const i = b.samples.findIndex(({ task }) => task === 'spring');
const sample = b.samples[i] as (typeof b.samples)[number];
const j = sample.strata.findIndex(
  ({ selected, substitutes, size, quota }) =>
    selected.length > 1 && substitutes.length > 1 && size > quota + substitutes.length,
);
const stratum = sample.strata[j] as (typeof sample.strata)[number];
const path = `B.samples[${i}].strata[${j}]`;
const listed = new Set([...stratum.selected, ...stratum.substitutes].map(({ id }) => id));
const frame = prepared.tasks[i]?.frame ?? [];
const out = frame.find(({ id, stratum: code }) => code === stratum.code && !listed.has(id))
  ?.id as string;
const drawn = stratum.selected[0]?.id as string;
const spare = stratum.substitutes[0]?.id as string;
const proofOf = (id: string) => proveEntity(prepared, 'spring', id);
const fieldOf = (proof: Proof, other = honest) => checkProof(other.a, other.b, proof).field;

describe('a proof', () => {
  it('shows for everybody in every frame where he stands and whether he was drawn', () => {
    for (const [n, { task, frame: units }] of prepared.tasks.entries()) {
      for (const { id, stratum: code } of units) {
        const found = b.samples[n]?.strata.find((one) => one.code === code);
        const answer = checkProof(a, b, proveEntity(prepared, task.id, id));
        expect(answer.field).toBeUndefined();
        expect(answer).toMatchObject({ ok: true, inFrame: true });
        expect(answer.drawn).toBe(found?.selected.some((one) => one.id === id));
        expect(answer.threshold).toBe(found?.lastIn);
        const at = found?.substitutes.findIndex((one) => one.id === id) ?? -1;
        expect(answer.substitute).toBe(at < 0 ? undefined : at + 1);
      }
    }
  });

  it('shows the place before the draw, and no more', () => {
    expect(checkProof(a, undefined, proofOf(out))).toEqual({ ok: true, inFrame: true });
  });

  it('survives text, and carries hashes of others but no other id', () => {
    const text = JSON.stringify(proofOf(drawn));
    expect(checkProof(a, b, parseProof(JSON.parse(text))).drawn).toBe(true);
    for (const { id } of frame) if (id !== drawn) expect(text).not.toContain(`"${id}"`);
  });

  it('is not made of an unknown task or of somebody outside the frame', () => {
    expect(codeOf(() => proveEntity(prepared, 'winter', drawn))).toBe('unknown-task');
    expect(codeOf(() => proofOf('nobody'))).toBe('not-in-frame');
  });
});

describe('a proof does not hold', () => {
  it.each([
    ['of another task', { task: 'autumn' }, 'proof.root'],
    ['of no task', { task: 'winter' }, 'proof.task'],
    ['of another draw', { drawId: 'EX-2026-002' }, 'proof.drawId'],
    ['of another place', { index: 0 }, 'proof.path'],
    ['of another count', { count: 7 }, 'proof.count'],
    ['of another entity', { id: 'somebody' }, 'proof.path'],
    ['of an id out of the rules', { id: ' x' }, 'proof'],
    ['of a stratum that is none', { stratum: 's99' }, 'proof.stratum'],
    ['of another weight', { weight: 2 }, 'proof.path'],
    ['without its path', { path: [] }, 'proof.path'],
    ['of another schema', { schema: 'evenhand/proof/2' }, 'proof.schema'],
    ['with more than its fields', { extra: 1 }, 'proof.extra'],
  ])('%s', (_, change, field) => {
    const answer = checkProof(a, b, { ...proofOf(drawn), ...change } as Proof);
    expect(answer).toMatchObject({ ok: false, inFrame: false });
    expect(answer.field).toContain(field);
  });

  it('of a stratum with a better chance', () => {
    const other = sample.strata.find(({ code }) => code !== stratum.code)?.code as string;
    expect(fieldOf({ ...proofOf(out), stratum: other })).toBe('proof.path');
  });

  it('for another frame, though it is right in itself', () => {
    const other = preparePlan({
      ...town,
      register: {
        ...town.register,
        entities: town.register.entities.filter(({ id }) => id !== out),
      },
    });
    expect(fieldOf(proveEntity(other, 'spring', drawn))).toBe('proof.root');
    const friend = { id: 'friend', stratum: stratum.code };
    const { index, count, path: way, root } = frameProof([...frame, friend], 'friend');
    const forged = { ...proofOf(drawn), ...friend, index, count, path: way, root };
    expect(fieldOf(forged)).toBe('proof.root');
    expect(fieldOf({ ...forged, root: proofOf(drawn).root })).toBe('proof.count');
  });

  it('with a notice A that was changed, or is none', () => {
    expect(checkProof({ ...a, organ: 'x' }, undefined, proofOf(out)).field).toBe('A.digest');
    expect(checkProof({} as never, undefined, proofOf(out)).field).toContain('A.');
    expect(checkProof(a, {} as never, proofOf(out)).field).toContain('B.');
  });

  it('with the notice B of another notice A', () => {
    const other = republished((open) => {
      open.organ = 'x';
    });
    expect(checkProof(a, other.b, proofOf(out)).field).toBe('B.noticeA');
    const elsewhere = edited((open) => {
      open.seed = open.digest;
    });
    expect(checkProof(a, elsewhere.b, proofOf(out)).field).toBe('B.seed');
  });
});

describe('with its proof an entity sees', () => {
  it('that it was struck from the list though its ticket was drawn', () => {
    const forged = edited((open) => {
      const one = open.samples[i]?.strata[j];
      one?.selected.splice(0, 1);
      const next = one?.substitutes.shift();
      if (next !== undefined) one?.selected.push(next);
      if (one !== undefined) one.lastIn = next?.ticket as string;
    });
    const answer = checkProof(a, forged.b, proofOf(drawn));
    expect(answer).toMatchObject({ ok: false, inFrame: true, drawn: true });
    expect(answer.field).toContain(`${path}.selected`);
  });

  it('that it was listed though its ticket was not drawn', () => {
    const forged = edited((open) => {
      const one = open.samples[i]?.strata[j];
      one?.selected.splice(0, 1, { id: out, ticket: proofTicket() });
    });
    expect(fieldOf(proofOf(out), forged)).toContain(`${path}.selected`);
  });

  it('that its place among the substitutes was skipped', () => {
    const forged = edited((open) => {
      open.samples[i]?.strata[j]?.substitutes.splice(0, 1);
    });
    expect(fieldOf(proofOf(spare), forged)).toContain(`${path}.substitutes`);
  });

  it('that the first ticket out is not the first', () => {
    const forged = edited((open) => {
      const one = open.samples[i]?.strata[j];
      if (one !== undefined) [one.firstOut, one.substitutes] = ['f'.repeat(64), []];
    });
    expect(fieldOf(proofOf(out), forged)).toBe(`${path}.firstOut`);
  });

  it('that the threshold is not the last ticket in', () => {
    const forged = edited((open) => {
      const one = open.samples[i]?.strata[j];
      if (one !== undefined) one.lastIn = 'f'.repeat(64);
    });
    expect(fieldOf(proofOf(out), forged)).toBe(`${path}.lastIn`);
  });

  it('that sizes, or the order of tasks, are not those announced', () => {
    const smaller = edited((open) => {
      const one = open.samples[i]?.strata[j];
      if (one !== undefined) one.quota = 0;
    });
    expect(fieldOf(proofOf(out), smaller)).toBe(`${path}.quota`);
    const turned = sealed({ a, b: { ...b, samples: [...b.samples].reverse() } });
    expect(fieldOf(proofOf(out), turned)).toBe(`B.samples[${i}].task`);
    const none = sealed({ a, b: { ...b, samples: [] } });
    expect(fieldOf(proofOf(out), none)).toBe(`B.samples[${i}].task`);
  });
});

const proofTicket = () => checkProof(a, b, proofOf(out)).ticket as string;
