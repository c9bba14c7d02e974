import { drawVerifier, noticeA, type VerifyOptions, verifyDraw } from 'evenhand/notice';
import { ticket } from 'evenhand/ticket';
import { describe, expect, it } from 'vitest';
import { openingsOf } from '../../src/plan/staff.js';
import { town } from '../plan/town.js';
import { ENTROPY } from '../plan/year.js';
import {
  copy,
  digestOfA,
  edited,
  type Forgery,
  frame,
  honest,
  otherDigest,
  prepared,
  redrawn,
  republished,
  restaffed,
  sealed,
} from './forger.js';

/** The fields that do not hold, as the verifier names them, by check. */
function faults({ a, b }: Forgery, options: VerifyOptions = {}): Record<string, string> {
  const { checks } = verifyDraw(a, b, { digestOfA, ...options });
  return Object.fromEntries(
    checks.filter(({ ok }) => !ok).map(({ check, field = '' }) => [check, field]),
  );
}

/** An item on a visit that its lead checks. */
function ledItem({ lead, demands }: (typeof honest.b.visits)[number]): string {
  const led = honest.a.items.filter(({ authority }) => authority === lead);
  return demands.find(({ item }) => led.some(({ id }) => id === item))?.item as string;
}

/** Of the honest notice B: a task's place, a stratum's place and the stratum. */
function place(task: string, wants: (stratum: (typeof strata)[number]) => boolean = () => true) {
  const i = honest.b.samples.findIndex((sample) => sample.task === task);
  const { strata } = honest.b.samples[i] as (typeof honest.b.samples)[number];
  const j = strata.findIndex(wants);
  return {
    i,
    j,
    path: `B.samples[${i}].strata[${j}]`,
    stratum: strata[j] as (typeof strata)[number],
  };
}
const { strata } = honest.b.samples[0] as (typeof honest.b.samples)[number];
const spring = place(
  'spring',
  ({ selected, substitutes, size, quota }) =>
    selected.length > 2 && substitutes.length === 3 && size > quota + 3,
);
const counted = honest.b.visits.findIndex(
  ({ kind, demands }) => kind !== 'for-cause' && demands.length > 1,
);

it('accepts the notices of an honest run, with all that a verifier may have', () => {
  const { ok, skipped } = verifyDraw(honest.a, honest.b, {
    frame,
    digestOfA,
    entropy: ENTROPY,
    recusals: openingsOf(prepared.inspectors, prepared.secret),
    programme: town.programme,
  });
  expect(ok).toBe(true);
  expect(skipped).toEqual([]);
});

it('accepts them with nothing else, and says that the frame was not looked at', () => {
  const { ok, skipped } = verifyDraw(honest.a, honest.b);
  expect(ok).toBe(true);
  expect(skipped).toEqual(['frame']);
});

it('accepts them after a journey as text', () => {
  const [a, b] = JSON.parse(JSON.stringify([honest.a, honest.b])) as [
    typeof honest.a,
    typeof honest.b,
  ];
  expect(verifyDraw(a, b, { frame, digestOfA }).ok).toBe(true);
});

it('accepts them row by row, in any order, and refuses no rows at all', () => {
  const verifier = drawVerifier(honest.a, honest.b, { digestOfA });
  for (const row of frame.toReversed()) verifier.add(row);
  expect(verifier.done()).toEqual(verifyDraw(honest.a, honest.b, { frame, digestOfA }));
  const empty = drawVerifier(honest.a, honest.b).done();
  expect(empty.checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['frame']);
});

it('says of rows that no draw can be run on what is wrong with them, and reads on', () => {
  const { task } = frame[0] as (typeof frame)[number];
  const bad = { task, id: ' a', stratum: 's01' };
  const { checks } = verifyDraw(honest.a, honest.b, { frame: [bad, ...frame, bad] });
  const { field, found } = checks.find(({ check }) => check === 'frame') ?? {};
  expect(field).toBe(`frame[${task}]`);
  expect(found).toContain('begins or ends with a space');
});

describe('of a forger who recomputes every digest but the published one, the verifier finds', () => {
  it('1. an entity swapped out by striking it from the frame: with the frame only', () => {
    const { i, j, path, stratum } = spring;
    const victim = stratum.selected[1]?.id as string;
    const forged = redrawn((plan) => {
      const one = plan.tasks[i] as (typeof plan.tasks)[number];
      one.frame = one.frame.filter(({ id }) => id !== victim);
    });
    expect(forged.b.samples[i]?.strata[j]?.selected.map(({ id }) => id)).not.toContain(victim);
    expect(faults(forged)).toEqual({});
    expect(faults(forged, { frame })).toEqual({ frame: `${path}.selected[1].id` });
  });

  it('1b. an entity swapped in whose ticket is above the threshold: without the frame', () => {
    const { i, j, path, stratum } = spring;
    const friend = stratum.substitutes[1] as { id: string; ticket: string };
    const forged = edited((b) => {
      const one = b.samples[i]?.strata[j] as (typeof b.samples)[number]['strata'][number];
      one.selected[one.selected.length - 1] = friend;
      one.substitutes[1] = copy(stratum.selected.at(-1)) as typeof friend;
      one.lastIn = friend.ticket;
    });
    expect(faults(forged)['samples']).toBe(`${path}.substitutes[1].ticket`);
    expect(faults(forged, { frame })['frame']).toMatch(`${path}.selected[`);
  });

  it('2. a quota changed, and everything drawn by it: without the frame', () => {
    const { i, j, path } = spring;
    const forged = redrawn(
      (plan) => {
        const one = plan.tasks[i]?.strata[j] as { quota: number };
        one.quota -= 1;
      },
      { hidesSizes: false },
    );
    expect(faults(forged)).toEqual({ strata: `${path}.quota` });
    expect(faults(forged, { frame })).toEqual({ strata: `${path}.quota`, frame: `${path}.quota` });
  });

  it('2b. a quota that is not drawn in full, under its announced number', () => {
    const { i, j, path } = spring;
    const forged = redrawn((plan) => {
      const one = plan.tasks[i]?.strata[j] as { quota: number };
      one.quota -= 1;
    });
    expect(faults(forged)).toEqual({ samples: `${path}.selected.length` });
  });

  it('3. a ticket changed: without the frame', () => {
    const { i, j, path, stratum } = spring;
    const forged = edited((b) => {
      const one = b.samples[i]?.strata[j]?.selected[0] as { ticket: string };
      one.ticket = `0${stratum.selected[0]?.ticket.slice(1)}`.replace(/.$/, 'f');
    });
    expect(faults(forged)).toEqual({ samples: `${path}.selected[0].ticket` });
  });

  it('4. a row of the frame struck, or put in the place of another', () => {
    const { task } = frame[0] as (typeof frame)[number];
    expect(faults(honest, { frame: frame.slice(1) })).toEqual({ frame: `frame[${task}].count` });
    const [first, ...rest] = frame as [(typeof frame)[number], ...typeof frame];
    expect(faults(honest, { frame: [{ ...first, id: 'nobody' }, ...rest] })).toEqual({
      frame: `frame[${task}].root`,
    });
    expect(faults(honest, { frame: [{ ...first, stratum: 's99' }, ...rest] })).toEqual({
      frame: `frame[${task}].root`,
    });
    expect(faults(honest, { frame: [...frame, first] })).toEqual({ frame: `frame[${task}].id` });
    expect(faults(honest, { frame: [...frame, { ...first, task: 'none' }] })).toEqual({
      frame: 'frame.task',
    });
  });

  it('5. a seed changed, and the whole draw after it: without the frame', () => {
    const entropy = ENTROPY.map(({ label, value }) => ({ label, value: `${value}.1` }));
    const forged = redrawn(() => {}, { entropy });
    expect(faults(forged)).toEqual({ seed: 'B.seed' });
  });

  it('5b. entropy changed with it: only by who reads the entropy at its source', () => {
    const entropy = ENTROPY.map(({ label, value }) => ({ label, value: `${value}.1` }));
    const redone = redrawn(() => {}, { entropy });
    const forged = sealed({ ...redone, b: { ...redone.b, entropy } });
    expect(faults(forged, { frame })).toEqual({});
    expect(faults(forged, { entropy: ENTROPY })).toEqual({ entropy: 'B.entropy[0].value' });
  });

  it('6. an inspector swapped, with the loads: without the frame', () => {
    const forged = edited((b) => {
      const visit = b.visits[counted] as (typeof b.visits)[number];
      const others = b.staff.filter(
        ({ id, authority }) => authority === visit.lead && !visit.members?.includes(id),
      );
      const out = visit.members?.at(-1) as string;
      const friend = others[0]?.id as string;
      visit.members = [...(visit.members?.slice(0, -1) ?? []), friend];
      for (const load of b.loads) {
        if (load.inspector === out) load.load -= 1;
        if (load.inspector === friend) load.load += 1;
      }
    });
    const last = (honest.b.visits[counted]?.members?.length as number) - 1;
    expect(faults(forged)).toEqual({ teams: `B.visits[${counted}].members[${last}]` });
  });

  it('7. a policy changed: without the frame', () => {
    const policy = { ...honest.b.policy, digest: otherDigest('lenient') };
    expect(faults(edited((b) => void Object.assign(b, { policy })))).toEqual({
      policy: 'B.policy.digest',
    });
    const both = republished((a) => void Object.assign(a, { policy }), { ...honest.b, policy });
    expect(faults(both)).toEqual({ 'notice-a': 'A.digest' });
    expect(faults(both, { programme: town.programme })['policy']).toBe('A.policy.digest');
  });

  it('8. notice A changed after it was published: by who kept its digest', () => {
    const forged = republished((a) => {
      a.organ = 'another organ';
    });
    expect(faults(forged)).toEqual({ 'notice-a': 'A.digest' });
    expect(verifyDraw(forged.a, forged.b).ok).toBe(true);
    const lazy = { ...honest, a: { ...honest.a, organ: 'another organ' } };
    expect(verifyDraw(lazy.a, lazy.b).checks[0]?.field).toBe('A.digest');
  });

  it('9. substitutes reordered: without the frame', () => {
    const { i, j, path } = spring;
    const forged = edited((b) => {
      const one = b.samples[i]?.strata[j] as (typeof b.samples)[number]['strata'][number];
      one.substitutes.reverse();
      one.firstOut = one.substitutes[0]?.ticket as string;
    });
    expect(faults(forged)).toEqual({ samples: `${path}.substitutes[1].ticket` });
  });

  it('10. the reason of a certain visit removed, or changed: without the frame', () => {
    const i = honest.b.samples.findIndex(({ certain }) => certain.length > 0);
    const of = (b: typeof honest.b) => b.samples[i]?.certain[0] as { reason?: string };
    expect(
      faults(
        edited((b) => {
          of(b).reason = '';
        }),
      ),
    ).toEqual({
      'notice-b': `B.samples[${i}].certain[0].reason`,
    });
    expect(faults(edited((b) => void delete of(b).reason))).toEqual({
      'notice-b': `B.samples[${i}].certain[0].reason`,
    });
    expect(
      faults(
        edited((b) => {
          of(b).reason = 'list: another';
        }),
      )['certain'],
    ).toBe(`B.samples[${i}].certain.root`);
    expect(faults(edited((b) => void b.samples[i]?.certain.pop()))['certain']).toBe(
      `B.samples[${i}].certain.length`,
    );
  });
});

describe('of teams and recusals it finds', () => {
  it('a team leader changed', () => {
    const i = honest.b.visits.findIndex(({ members = [], leader }) =>
      members.some((id) => id !== leader),
    );
    const forged = edited((b) => {
      const visit = b.visits[i] as (typeof b.visits)[number];
      visit.leader = visit.members?.find((id) => id !== visit.leader) as string;
    });
    expect(faults(forged)).toEqual({ teams: `B.visits[${i}].leader` });
  });

  it('a recusal hidden by a planner who keeps the teams', () =>
    expect(
      faults(
        edited((b) => {
          b.openings = [];
        }),
      )['teams'],
    ).toMatch(/^B\.(visits|loads)/));

  it('a recusal hidden with new teams: by whoever knows of it, such as the inspector', () => {
    const forged = restaffed((b) => {
      b.openings = [];
    });
    expect(faults(forged, { frame })).toEqual({});
    const recusals = openingsOf(prepared.inspectors, prepared.secret);
    expect(faults(forged, { recusals })).toEqual({ staff: 'B.openings' });
  });

  it('a recusal invented, with new teams', () => {
    const visit = honest.b.visits[counted] as (typeof honest.b.visits)[number];
    const opening = {
      inspector: visit.members?.[0] as string,
      entity: visit.entity,
      salt: 'ab'.repeat(16),
    };
    const forged = edited((b) => void b.openings.push(opening));
    const path = `B.openings[${honest.b.openings.length}]`;
    expect(faults(forged)['staff']).toBe(path);
    const stranger = edited((b) => void b.openings.push({ ...opening, inspector: 'X9' }));
    expect(faults(stranger)['staff']).toBe(`${path}.inspector`);
  });

  it('a capacity changed, a row of the staff left out', () => {
    const more = restaffed((b) => {
      (b.staff[0] as { capacity: number }).capacity = 2;
    });
    expect(faults(more)['staff']).toBe('B.staff.root');
    expect(faults(edited((b) => void b.staff.pop()))['staff']).toBe('B.staff.length');
  });

  it('a witness of missing staff where there are teams, a relaxation that was never announced', () => {
    const witness = { inspectors: [], needed: 1, capacity: 0, missing: 1 };
    expect(
      faults(
        edited((b) => {
          b.witness = witness;
        }),
      ),
    ).toEqual({ teams: 'B.witness' });
    const relaxed = edited(
      (b) => void b.relaxations.push({ rule: 'one is enough', visit: 'a', inspectors: ['b'] }),
    );
    expect(faults(relaxed)).toEqual({ teams: 'B.relaxations[0]' });
  });
});

describe('of visits it finds', () => {
  const own = honest.b.visits[counted] as (typeof honest.b.visits)[number];

  it('a visit dropped, with new teams', () => {
    const forged = restaffed((b) => void b.visits.splice(counted, 1));
    expect(faults(forged)).toEqual({ visits: `B.visits[${counted}].id` });
  });

  it('a visit turned into a deferral', () => {
    const i = honest.b.visits.findIndex(
      ({ entity, kind }) =>
        kind !== 'for-cause' && honest.b.visits.filter((one) => one.entity === entity).length === 1,
    );
    const forged = restaffed((b) => {
      const [visit] = b.visits.splice(i, 1);
      for (const { task = '', item } of visit?.demands ?? []) {
        b.deferred.push({ task, item, entity: visit?.entity as string, reason: 'cap-reached' });
      }
    });
    expect(faults(forged)).toEqual({ visits: `B.visits[${i}].id` });
  });

  it('an item left out of a visit', () => {
    const forged = restaffed((b) => void b.visits[counted]?.demands.pop());
    expect(faults(forged)['visits']).toMatch(`B.visits[${counted}].`);
  });

  it('a deferral of a firm that is visited anyway, and one left out', () => {
    const { task = '', item } = own.demands[0] ?? { item: '' };
    const more = { task, item, entity: own.entity, reason: 'cap-reached' };
    expect(faults(edited((b) => void b.deferred.push(more)))['visits']).toMatch(
      /^B\.(visits|deferred)/,
    );
    expect(faults(edited((b) => void b.deferred.pop()))['visits']).toMatch(/^B\.(visits|deferred)/);
  });

  it('a day moved inside its window, with new teams', () => {
    const forged = restaffed((b) => {
      const visit = b.visits[counted] as (typeof b.visits)[number];
      visit.day = visit.day === visit.window.to ? visit.window.from : visit.window.to;
    });
    expect(faults(forged)).toEqual({ visits: `B.visits[${counted}].day` });
  });

  it('a second visit for one demand, with its own day and team', () => {
    const id = `${own.entity}/${own.kind}#9`;
    const forged = restaffed((b) => {
      b.visits.splice(counted + 1, 0, { ...copy(own), id });
    });
    expect(faults(forged)['visits']).toMatch(/^B\.visits\[/);
  });

  it('a visit of a firm that nobody drew', () => {
    const forged = restaffed((b) => {
      b.visits.push({ ...copy(own), id: 'zz/spot-check', entity: 'zz' });
    });
    expect(faults(forged)['visits']).toBe(`B.visits[${honest.b.visits.length}]`);
  });

  it('a desk check invented in the place of a visit', () => {
    const i = honest.b.visits.findIndex(
      ({ demands, entity, kind }) =>
        kind !== 'for-cause' &&
        demands.length === 1 &&
        honest.b.visits.filter((one) => one.entity === entity).length === 1,
    );
    const forged = restaffed((b) => {
      const [visit] = b.visits.splice(i, 1);
      b.desk.push({ task: visit?.demands[0]?.task ?? '', entity: visit?.entity as string });
    });
    expect(faults(forged)).toEqual({ visits: `B.visits[${i}].id` });
  });

  it('a desk check dropped', () =>
    expect(faults(edited((b) => void b.desk.pop()))).toEqual({
      visits: `B.desk[${honest.b.desk.length - 1}]`,
    }));

  it('a visit hidden as a complaint, and a complaint hidden or changed', () => {
    const invented = restaffed((b) => {
      const visit = b.visits[counted] as (typeof b.visits)[number];
      b.visits.push({
        ...copy(own),
        id: `${own.entity}/for-cause`,
        kind: 'for-cause',
        counts: false,
        teamSize: 2,
        partners: [],
        demands: [{ item: ledItem(visit) }],
        evidence: { cause: 'complaint', reference: 'made up' },
      });
      b.visits.sort((x, y) => (x.id < y.id ? -1 : 1));
    });
    expect(faults(invented)['visits']).toBe('B.visits.forCause.length');
    const cause = honest.b.visits.findIndex(({ kind }) => kind === 'for-cause');
    const at = (b: typeof honest.b) =>
      b.visits[cause] as { -readonly [K in keyof typeof own]: (typeof own)[K] };
    expect(faults(restaffed((b) => void b.visits.splice(cause, 1)))['visits']).toBe(
      'B.visits.forCause.length',
    );
    const evidence = { cause: 'complaint', reference: 'another' } as const;
    expect(
      faults(
        edited((b) => {
          at(b as typeof honest.b).evidence = evidence;
        }),
      ),
    ).toEqual({
      visits: 'B.visits.forCause.root',
    });
    expect(
      faults(
        edited((b) => {
          at(b as typeof honest.b).teamSize = 3;
        }),
      )['visits'],
    ).toBe(`B.visits[${cause}].teamSize`);
    const swapped = restaffed((b) => {
      const [first, second] = [b.visits[cause], b.visits[cause + 1]] as [
        { id: string },
        { id: string },
      ];
      [first.id, second.id] = [second.id, first.id];
      b.visits.sort((x, y) => (x.id < y.id ? -1 : 1));
    });
    expect(faults(swapped)['visits']).toBe(`B.visits[${cause + 1}].id`);
  });
});

describe('of the frame around the draw it finds', () => {
  it('a label of the entropy changed, its order turned, a source left out', () => {
    const relabelled = edited((b) => {
      (b.entropy[0] as { label: string }).label = 'my.dice';
    });
    expect(faults(relabelled)['entropy']).toBe('B.entropy.labels[0]');
    const turned = edited((b) => void b.entropy.reverse());
    expect(faults(turned)['entropy']).toBe('B.entropy.labels[0]');
    const fewer = edited((b) => void b.entropy.pop());
    expect(faults(fewer)['entropy']).toBe('B.entropy.labels[1]');
  });

  it('a task more, a task less, two tasks turned', () => {
    const [first, second] = honest.b.samples.map(({ task }) => task);
    expect(first).not.toBe(second);
    const more = edited((b) => void b.samples.push({ task: 'extra', strata: [], certain: [] }));
    expect(faults(more)['strata']).toBe(`B.samples.task[${honest.b.samples.length}]`);
    const less = edited((b) => void b.samples.pop());
    expect(faults(less)['strata']).toBe(`B.samples.task[${honest.b.samples.length - 1}]`);
    const turned = edited((b) => void b.samples.reverse());
    expect(faults(turned)['strata']).toBe('B.samples.task[0]');
  });

  it('keys swapped, and a key that no purpose has', () => {
    const swapped = edited((b) => {
      const { visit, pair } = b.keys;
      Object.assign(b.keys, { visit: pair, pair: visit });
    });
    expect(faults(swapped)['seed']).toBe('B.keys.visit');
    const more = edited((b) => void Object.assign(b.keys, { 'pair:2': otherDigest('x') }));
    expect(faults(more)).toEqual({ seed: 'B.keys.pair:2' });
  });

  it('a notice of another draw, of another mode, of another method', () => {
    expect(
      faults(
        edited((b) => {
          b.drawId = 'EX-2026-002';
        }),
      )['notice-b'],
    ).toBe('B.drawId');
    expect(
      faults(
        edited((b) => {
          b.mode = 'authoritative';
        }),
      )['notice-b'],
    ).toBe('B.mode');
    const scheme = edited((b) => void Object.assign(b, { scheme: 'double-random/2' }));
    expect(faults(scheme)).toEqual({ 'notice-b': 'B.scheme' });
    const other = edited((b) => void Object.assign(b, { result: otherDigest('x') }));
    expect(verifyDraw(other.a, { ...other.b, result: otherDigest('x') }).ok).toBe(false);
  });

  it('another notice A than notice B follows', () => {
    const second = noticeA({ ...prepared, drawId: 'EX-2026-002' });
    const { checks } = verifyDraw(second, honest.b);
    expect(checks[0]).toMatchObject({ check: 'notice-a', ok: false, field: 'B.noticeA' });
  });

  it('an entity listed twice, as drawn and as certain', () => {
    const { i, j, stratum } = place('spring', ({ selected }) => selected.length > 0);
    const certain = honest.b.samples[i]?.certain[0] as { id: string };
    const forged = edited((b) => {
      const one = b.samples[i]?.strata[j]?.selected[0] as { id: string; ticket: string };
      one.id = certain.id;
      one.ticket = ticket(b.keys['select:all'] as string, certain.id);
    });
    expect(stratum.selected.length).toBeGreaterThan(0);
    expect(faults(forged)['samples']).toMatch(`B.samples[${i}].strata[${j}].selected[`);
  });
});
