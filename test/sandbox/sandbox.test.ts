import { addDays } from 'evenhand/core';
import type { Entity, Event } from 'evenhand/register';
import {
  type Admission,
  admit,
  checkSandboxRules,
  planEffects,
  type SandboxRecord,
  type SandboxRules,
  type SandboxState,
  safeParseSandboxRules,
  sandboxStatus,
} from 'evenhand/sandbox';
import { exampleSandbox as rules } from 'evenhand/schemes';
import { arbitraryDay } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const firm: Entity = {
  id: '示例企业00017',
  facts: { deliveryRobots: true, insured: true },
  lists: [],
  events: [],
};
const on = '2026-03-01';
const enter = (of: SandboxRules = rules, day = on): Admission =>
  admit(of, firm, { on: day, inside: [] }).admission as Admission;
const admission = enter();
const happened = (kind: string, day: string, more: Partial<Event> = {}): Event => ({
  id: `${kind}-${day}`,
  kind,
  on: day,
  source: 'test',
  ...more,
});
const status = (asOf: string, record: Partial<SandboxRecord> = {}, of: SandboxRules = rules) =>
  sandboxStatus(
    of,
    of === rules ? admission : enter(of),
    { events: [], readings: [], ...record },
    asOf,
  );
const reading = (day: string, value: string, limit = 'robots') => ({
  limit,
  on: day,
  value,
  reference: `示例月报-${day}`,
});

describe('entry', () => {
  it('is by every condition, and says the last day', () => {
    const { admission: one, entry } = admit(rules, firm, { on, inside: [] });
    expect(one).toMatchObject({ entity: firm.id, on, until: '2027-09-02' });
    expect(entry.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes']);
  });

  it.each([
    ['a condition not met', { facts: { deliveryRobots: false, insured: true } }, ['entry-not-met']],
    ['a condition not known', { facts: { deliveryRobots: true } }, ['entry-not-known']],
    ['both, told at once', { facts: { insured: false } }, ['entry-not-known', 'entry-not-met']],
    ['a list', { lists: ['serious-dishonesty'] }, ['entry-not-met']],
  ] as const)('is refused for %s', (_, more, codes) => {
    const answer = admit(rules, { ...firm, ...more } as Entity, { on, inside: [] });
    expect(answer.admission).toBeUndefined();
    expect(answer.issues.map(({ code }) => code)).toEqual(codes);
  });

  it('is refused where the places are taken, twice at once, after the end, and before it is in force', () => {
    const other = { ...status('2026-04-01'), entity: 'B' };
    const few = { ...rules, places: 1 };
    const codes = (of: SandboxRules, inside: readonly (typeof other)[], day = on) =>
      admit(of, firm, { on: day, inside }).issues.map(({ code }) => code);
    expect(codes(few, [other])).toEqual(['sandbox-full']);
    expect(codes(few, [{ ...other, state: 'ended' }])).toEqual([]);
    expect(codes(rules, [{ ...other, entity: firm.id }])).toEqual(['inside-already']);
    expect(codes(rules, [], '2030-01-01')).toEqual(['sandbox-over']);
    expect(refusal(() => codes(rules, [], '2025-12-31'))[0]).toBe('not-in-force');
  });
});

describe('a status', () => {
  it.each([
    ['2026-02-28', 'not-yet', 'as-usual', 0],
    ['2026-03-01', 'observing', 'contact-only', 1],
    ['2026-09-01', 'observing', 'contact-only', 1],
    ['2026-09-02', 'inside', 'excluded', 2],
    ['2027-09-02', 'inside', 'excluded', 2],
    ['2027-09-03', 'ended', 'as-usual', 0],
  ] as const)('on %s is %s: %s, %i measures rest', (day, state, plan, resting) => {
    const found = status(day);
    expect([found.state, found.plan, found.suspends.length]).toEqual([state, plan, resting]);
  });

  it('ends with the whole, and clamps to the month’s end', () => {
    const short = { ...rules, ends: '2027-01-31' };
    expect(status('2027-01-31', {}, short).state).toBe('inside');
    expect(status('2027-02-01', {}, short)).toMatchObject({ state: 'ended', since: '2027-02-01' });
    // Six months from 31 August end on 28 February.
    const august = enter(rules, '2026-08-31');
    const state = (day: string) =>
      sandboxStatus(rules, august, { events: [], readings: [] }, day).state;
    expect([state('2027-02-28'), state('2027-03-01')]).toEqual(['observing', 'inside']);
    const { observation: _, ...straight } = rules;
    expect(status(on, {}, straight)).toMatchObject({ state: 'inside', since: on });
  });

  it('is triggered on the day the event is known, and stays so', () => {
    const late = { events: [happened('accident', '2026-10-05', { knownOn: '2026-10-07' })] };
    expect(status('2026-10-06', late).state).toBe('inside');
    expect(status('2026-10-07', late)).toMatchObject({
      state: 'triggered',
      since: '2026-10-07',
      by: { id: 'accident', by: ['accident-2026-10-05'] },
      plan: 'as-usual',
      suspends: [],
    });
    expect(status('2030-01-01', late).state).toBe('triggered');
    // What happened before the admission, or after the end, triggers nothing.
    expect(status('2026-10-07', { events: [happened('accident', '2026-02-28')] }).state).toBe(
      'inside',
    );
    expect(status('2028-01-01', { events: [happened('accident', '2027-09-03')] }).state).toBe(
      'ended',
    );
  });

  it('asks for a check where a trigger does, and goes on', () => {
    const events = ['2026-05-01', '2026-05-10', '2026-05-30'].map((day) =>
      happened('complaint', day),
    );
    const found = status('2026-05-30', { events });
    expect(found.state).toBe('observing');
    expect(found.checks).toEqual([
      {
        id: `example-sandbox/${firm.id}/complaints/2026-05-30`,
        entity: firm.id,
        authority: 'transport',
        item: 'transport-freight',
        kind: 'spot-check',
        cause: 'for-cause',
        window: { from: '2026-05-30', to: '2026-06-14' },
        weight: 1,
        duty: false,
        evidence: { cause: 'monitoring', reference: events.map(({ id }) => id).join(' ') },
      },
    ]);
    // Each complaint is behind one check: three more bring another, two do not.
    const more = ['2026-06-01', '2026-06-02'].map((day) => happened('complaint', day));
    expect(status('2026-06-02', { events: [...events, ...more] }).checks).toHaveLength(1);
    const third = happened('complaint', '2026-06-03');
    const both = status('2026-06-03', { events: [third, ...more, ...events] }).checks;
    expect(both.map(({ window }) => window.from)).toEqual(['2026-05-30', '2026-06-03']);
    // 31 days from the first to the last: one too many.
    const wide = [...events.slice(0, 2), happened('complaint', '2026-05-31')];
    expect(status('2026-06-30', { events: wide }).checks).toEqual([]);
  });

  it('ends by a reading above its limit, and tells of one that is missing', () => {
    expect(status('2026-06-01', { readings: [reading('2026-05-01', '50')] })).toMatchObject({
      state: 'observing',
      issues: [],
    });
    expect(status('2026-06-01', { readings: [reading('2026-05-01', '50.5')] })).toMatchObject({
      state: 'triggered',
      since: '2026-05-01',
      by: { id: 'robots', by: ['示例月报-2026-05-01'] },
    });
    expect(status('2026-06-01').issues).toEqual([]);
    expect(
      status('2026-06-02').issues.map(({ code, params }) => [code, params['expected']]),
    ).toEqual([['reading-missing', '2026-06-01']]);
    expect(
      status('2026-06-01', {
        readings: [reading('2026-05-01', 'many'), reading('2026-05-01', '1', 'boats')],
      }).issues.map(({ code }) => code),
    ).toEqual(['not-a-decimal', 'reading-of-no-limit']);
  });

  it('owes no report once it is over', () => {
    const ended = { events: [happened('accident', '2026-05-01')] };
    expect(status('2027-01-01', ended)).toMatchObject({ state: 'triggered', issues: [] });
    expect(status('2027-01-01', { withdrawnOn: '2026-05-01' }).issues).toEqual([]);
    expect(status('2027-01-01', { withdrawnOn: '2026-07-01' }).issues).toHaveLength(1);
  });

  it('is withdrawn on the day it leaves, unless something ended it before or then', () => {
    const withdrawnOn = '2026-10-07';
    expect(status('2026-10-06', { withdrawnOn }).state).toBe('inside');
    expect(status('2026-10-07', { withdrawnOn })).toMatchObject({
      state: 'withdrawn',
      since: withdrawnOn,
    });
    const accident = (day: string) => [happened('accident', day)];
    expect(status('2026-12-01', { withdrawnOn, events: accident('2026-10-07') }).state).toBe(
      'triggered',
    );
    expect(status('2026-12-01', { withdrawnOn, events: accident('2026-10-08') }).state).toBe(
      'withdrawn',
    );
  });

  it('gives a plan who is left out, or only told, and why', () => {
    const all = [
      status('2026-04-01'),
      { ...status('2026-10-01'), entity: 'B' },
      { ...status('2028-01-01'), entity: 'C' },
    ];
    expect(planEffects(all)).toEqual([
      {
        entity: firm.id,
        plan: 'contact-only',
        state: 'observing',
        until: '2026-09-01',
        cite: 'plan-inclusive',
      },
      {
        entity: 'B',
        plan: 'excluded',
        state: 'inside',
        until: '2027-09-02',
        cite: 'plan-inclusive',
      },
    ]);
  });

  it('is refused for an admission to another sandbox', () => {
    expect(
      refusal(() =>
        sandboxStatus({ ...rules, version: '2027' }, admission, { events: [], readings: [] }, on),
      )[0],
    ).toBe('other-document');
  });
});

describe('day by day', () => {
  const day = arbitraryDay({ from: '2026-02-01', to: '2027-12-31' });
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom('accident', 'complaint', 'award'),
      on: day,
      late: fc.constantFrom(0, 0, 20),
    }),
    { maxLength: 8 },
  );
  const records = fc
    .record({
      events,
      values: fc.array(fc.tuple(day, fc.constantFrom('0', '50', '50.1')), { maxLength: 2 }),
      leaves: fc.option(day, { nil: undefined, freq: 2 }),
    })
    .map(
      ({ events: some, values, leaves }): SandboxRecord => ({
        events: some.map(({ kind, on: when, late }, i) =>
          happened(kind, when, {
            id: `e${i}`,
            ...(late === 0 ? {} : { knownOn: addDays(when, late) }),
          }),
        ),
        readings: values.map(([when, value]) => reading(when, value)),
        ...(leaves === undefined ? {} : { withdrawnOn: leaves }),
      }),
    );
  const triggers = fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(undefined, { days: 40 })).map(
    ([atLeast, within]): SandboxRules => ({
      ...rules,
      triggers: [
        {
          ...(rules.triggers[0] as SandboxRules['triggers'][number]),
          atLeast,
          ...(within === undefined ? {} : { within }),
        },
      ],
    }),
  );

  /** Walks through every day from the admission on and looks at what is known that day. */
  const slow = (
    of: SandboxRules,
    { events: all, readings, withdrawnOn }: SandboxRecord,
    asOf: string,
  ): SandboxState => {
    const [trigger] = of.triggers as [SandboxRules['triggers'][number]];
    const days = trigger.within as { days: number } | undefined;
    if (asOf < on) return 'not-yet';
    for (let now = on; now <= asOf && now <= '2027-09-02'; now = addDays(now, 1)) {
      const from = days === undefined ? on : addDays(now, 1 - days.days);
      const counted = all.filter(
        (e) =>
          e.kind === 'accident' &&
          e.on >= on &&
          e.on >= from &&
          e.on <= now &&
          (e.knownOn ?? e.on) <= now,
      );
      if (counted.length >= trigger.atLeast) return 'triggered';
      if (readings.some((r) => r.on === now && r.value === '50.1')) return 'triggered';
      if (withdrawnOn === now) return 'withdrawn';
    }
    return asOf > '2027-09-02' ? 'ended' : asOf > '2026-09-01' ? 'inside' : 'observing';
  };

  it('stands where walking through every day leads', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(triggers, records, day, (of, record, asOf) => {
        const found = status(asOf, record, of);
        seen.add(found.state);
        expect(found.state).toBe(slow(of, record, asOf));
        expect(found.plan === 'as-usual').toBe(!['observing', 'inside'].includes(found.state));
        const shuffled = {
          ...record,
          events: [...record.events].reverse(),
          readings: [...record.readings].reverse(),
        };
        expect(status(asOf, shuffled, of).state).toBe(found.state);
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBe(6);
  });
});

describe('a document', () => {
  it('of the library is sound', () => {
    expect(safeParseSandboxRules(rules)).toEqual({ ok: true, value: rules, issues: [] });
  });

  it('without an end is refused by name; so is one that ends before it begins, or that nothing ends', () => {
    const codes = (change: Partial<SandboxRules>) =>
      checkSandboxRules({ ...rules, ...change }).map(({ code }) => code);
    const { ends: _, ...open } = rules;
    const { lasts: __, ...inside } = rules.inside;
    const parsed = safeParseSandboxRules({ ...open, inside });
    expect(parsed.ok).toBe(false);
    expect(parsed.issues.map(({ code, params }) => [code, params['given']])).toEqual([
      ['sandbox-without-end', 'example-sandbox'],
    ]);
    expect(checkSandboxRules({ ...open })).toEqual([]);
    expect(codes({ inside })).toEqual([]);
    expect(codes({ ends: '2025-12-31' })).toEqual(['end-before-start']);
    expect(codes({ ends: '2026-06-30' })).toEqual(['observation-alone']);
    const [ending, checking] = rules.triggers as [
      SandboxRules['triggers'][number],
      SandboxRules['triggers'][number],
    ];
    expect(codes({ triggers: [checking] })).toEqual(['trigger-without-end']);
    expect(codes({ triggers: [ending, ending] })).toEqual(['repeated-name']);
    const { check: ___, ...bare } = checking;
    expect(codes({ triggers: [ending, bare] })).toEqual(['check-without-item']);
    const limits = rules.limits.map((one) => ({ ...one, every: { days: 0 } }));
    expect(codes({ limits })).toEqual(['report-without-time']);
  });
});
