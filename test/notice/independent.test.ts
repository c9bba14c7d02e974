import { createHash } from 'node:crypto';
import { noticeA, noticeB } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { cityInput, ENTROPY, frameOf } from '../plan/year.js';

/*
 * A stranger's verifier: the specification of the draw read once more, with the platform's SHA-256,
 * whole lists and plain sorting, and nothing of the library but the notices as text.
 */
const sha = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const hex = (data: string | Buffer): string => sha(data).toString('hex');
const bytes = (x: string, y: string): number => Buffer.compare(Buffer.from(x), Buffer.from(y));

/** RFC 8785 of plain data with ASCII keys and integers. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

const digestOf = ({ digest: _, ...rest }: { digest: string }): string => hex(canonical(rest));

/** RFC 9162 §2.1.1 by its recursive definition. */
function tree(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha('');
  if (leaves.length === 1) return sha(`\0${leaves[0]}`);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.concat([Buffer.of(1), tree(leaves.slice(0, k)), tree(leaves.slice(k))]));
}

const prepared = preparePlan(cityInput(2000));
const [a, b] = JSON.parse(
  JSON.stringify([noticeA(prepared), noticeB(drawPlan(prepared, ENTROPY))]),
) as [ReturnType<typeof noticeA>, ReturnType<typeof noticeB>];
const frame = frameOf(prepared);

describe('a second verifier, written from the specification alone, agrees on', () => {
  it('both digests, and on what follows from what', () => {
    expect(digestOf(a)).toBe(a.digest);
    expect(digestOf(b)).toBe(b.digest);
    expect(b.noticeA).toBe(a.digest);
  });

  const seed = hex(
    `double-random/1\ndraw=${a.drawId}\nentropy=${b.entropy.length}\n` +
      b.entropy.map(({ label, value }) => `${label}=${value}\n`).join(''),
  );
  const keyOf = (purpose: string) => hex(`double-random/1\nseed=${seed}\npurpose=${purpose}\n`);

  it('the seed and every key', () => {
    expect(b.entropy.map(({ label }) => label)).toEqual(a.sources.map(({ label }) => label));
    expect(seed).toBe(b.seed);
    for (const [purpose, key] of Object.entries(b.keys)) expect(keyOf(purpose)).toBe(key);
  });

  it.each(a.tasks.map((task, i) => [task.id, i] as const))('the draw of %s', (id, i) => {
    const task = a.tasks[i] as (typeof a.tasks)[number];
    const rows = frame.filter((row) => row.task === id).sort((x, y) => bytes(x.id, y.id));
    expect(rows).toHaveLength(task.frame.count);
    const leaves = rows.map((row) => `${row.id}\x1f${row.stratum}\x1f1`);
    expect(tree(leaves).toString('hex')).toBe(task.frame.root);

    const key = keyOf(`select:${task.group}`);
    const strata = task.strata.map(({ code, size, quota }) => {
      const order = rows
        .filter(({ stratum }) => stratum === code)
        .map((row) => ({ id: row.id, ticket: hex(key + row.id) }))
        .sort((x, y) => bytes(x.ticket, y.ticket) || bytes(x.id, y.id));
      expect(order).toHaveLength(size);
      const [last, next] = [order[quota - 1], order[quota]];
      return {
        code,
        size,
        quota,
        selected: order.slice(0, quota),
        substitutes: order.slice(quota, quota + a.substitutes),
        ...(last === undefined ? {} : { lastIn: last.ticket }),
        ...(next === undefined ? {} : { firstOut: next.ticket }),
      };
    });
    expect(b.samples[i]).toMatchObject({ task: id, strata });
    const certain = b.samples[i]?.certain ?? [];
    expect(tree(certain.map(canonical)).toString('hex')).toBe(task.certain.root);
  });

  it('the staff and the recusals that are opened', () => {
    expect(tree(b.staff.map(canonical)).toString('hex')).toBe(a.staff.root);
    for (const { inspector, entity, salt } of b.openings) {
      expect(a.staff.recusals).toContain(hex(`${salt}\x1f${inspector}\x1f${entity}`));
    }
    expect(b.openings.length).toBeGreaterThan(0);
  });

  it('who is visited: all that are drawn or certain and not checked at the desk', () => {
    const due = new Set(
      b.samples.flatMap(({ task, strata, certain }) =>
        [...certain, ...strata.flatMap(({ selected }) => selected)].map(
          (one) => `${task} ${one.id}`,
        ),
      ),
    );
    const met = new Set([
      ...b.visits.flatMap(({ entity, demands }) => demands.map(({ task }) => `${task} ${entity}`)),
      ...b.desk.map(({ task, entity }) => `${task} ${entity}`),
      ...b.deferred.map(({ task, entity }) => `${task} ${entity}`),
    ]);
    expect(met).toEqual(due);
  });

  it('the day of every visit: the ticket counts through the weekdays of its window', () => {
    const key = keyOf('visit');
    for (const { id, window, day } of b.visits) {
      const days: string[] = [];
      for (let t = Date.parse(window.from); t <= Date.parse(window.to); t += 86_400_000) {
        const date = new Date(t);
        if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
      }
      const t52 = BigInt(`0x${hex(key + id).slice(0, 13)}`);
      expect(day).toBe(days[Number(t52 % BigInt(days.length))]);
    }
  });

  it('every team: enough distinct officers, one of them a lead, the first lead its leader', () => {
    const staff = new Map(b.staff.map((row) => [row.id, row]));
    const loads = new Map<string, number>();
    for (const visit of b.visits) {
      const { members = [], teamSize, leader } = visit;
      expect(new Set(members).size).toBe(teamSize);
      expect(members.find((id) => staff.get(id)?.lead)).toBe(leader);
      for (const id of members) loads.set(id, (loads.get(id) ?? 0) + 1);
    }
    for (const { inspector, load, low, high } of b.loads) {
      expect(loads.get(inspector) ?? 0).toBe(load);
      expect(load >= low && load <= high && high - low <= 1).toBe(true);
    }
  });

  it('the digest of the result', () => {
    const { samples, visits, desk, deferred, loads } = b;
    expect(hex(canonical({ samples, visits, desk, deferred, loads }))).toBe(b.result);
  });
});
