import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { compareBytes } from '../../core/order.js';
import type { Append, LedgerStore } from '../../stores/ledgerStore.js';
import type { Cap } from '../../visits/cap.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { bookingLaws } from './bookingLaws.js';
import { differs, type Finding, firstFinding } from './law.js';
import { badEvents, chunks, eventsOf, refused } from './storeEvents.js';
import { arbitraryEntityId, freshEntity, type StoreLaw, type StorePlatform } from './storeLaw.js';
import { behind, listedBy } from './storeListing.js';

/**
 * What must hold for a store of ledgers, whatever it is made of: an append is whole or absent, one of
 * many that race gets through, and what is kept comes back to the character.
 *
 * Each case writes to entities of its own; nothing is removed afterwards.
 *
 * @param cap - the cap to book under: with it the laws claim besides that many who ask at once are answered
 * as if each had been asked alone
 *
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { memoryLedger } from 'evenhand/stores';
 * import { storeLaws } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * const store = memoryLedger();
 * for (const law of storeLaws({ open: async () => store }, twoInspections)) {
 *   await fc.assert(law.property, { numRuns: 5 });
 * }
 * ```
 */
export function storeLaws(platform: StorePlatform, cap?: Cap): StoreLaw[] {
  requireArgument('storeLaws', 'platform', platform, 'object');
  if (cap !== undefined)
    requireArgument('storeLaws', 'cap', cap, { from: 'string', limits: 'array' }, 'parseCap(…)');
  const laws = appendLaws(platform);
  return cap === undefined ? laws : [...laws, ...bookingLaws(platform, cap)];
}

/** Ends of names that a database may take for the same: by case, accent, width, or only looking so far. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['a', 'A'],
  ['e', 'é'],
  ['A', 'Ａ'],
  ['ss', 'ß'],
  ['', '\u200b'],
  [`${'x'.repeat(100)}1`, `${'x'.repeat(100)}2`],
];

function appendLaws(platform: StorePlatform): StoreLaw[] {
  const tried = <Case>(
    name: string,
    cases: fc.Arbitrary<Case>,
    check: (one: Case, store: LedgerStore<LedgerEvent>, entity: string) => Promise<Finding>,
  ): StoreLaw => {
    const property = fc.asyncProperty(cases, arbitraryEntityId(), async (one, id) => {
      const store = await platform.open();
      const finding = await check(one, store, await freshEntity(store, id));
      if (finding !== undefined) throw new Error(`not true that it ${name}: ${finding}`);
    });
    return { name, property: property as fc.IAsyncProperty<unknown> };
  };
  const laws = [
    tried('has no history of an entity nobody wrote of', fc.constant(0), async (_, store, entity) =>
      differs([], await store.read(entity)),
    ),
    tried('gives back what was appended, to the character', chunks(), async (sizes, store, id) => {
      const history = eventsOf(id, sizes);
      const finding = await appendAll(store, history, sizes);
      return finding ?? differs(history, await (await platform.open()).read(id));
    }),
    tried(
      'refuses whatever does not stand behind the last event',
      fc.tuple(chunks(), fc.integer({ min: -9, max: 9 })),
      async ([sizes, off], store, id) => {
        const history = eventsOf(id, sizes);
        const afterSeq = history.length + off;
        if (off === 0 || afterSeq < 0) return undefined;
        const finding = await appendAll(store, history, sizes);
        const late = eventsOf(id, [1], { afterSeq, mark: 'late' });
        return (
          finding ??
          differs('lost-race', await store.append(id, afterSeq, late)) ??
          differs(history, await store.read(id))
        );
      },
    ),
    tried(
      'lets one of many through that append behind the same event, and that one whole',
      fc.tuple(chunks(), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 8 })),
      async ([sizes, rivals], store, id) => {
        const history = eventsOf(id, sizes);
        const finding = await appendAll(store, history, sizes);
        const tries = await Promise.all(
          rivals.map(async (size, i) => {
            const events = eventsOf(id, [size], { afterSeq: history.length, mark: `rival${i}` });
            const rival = await platform.open();
            return { events, outcome: await rival.append(id, history.length, events) };
          }),
        );
        const through = tries.filter(({ outcome }) => outcome === 'appended');
        return (
          finding ??
          differs(1, through.length) ??
          firstFinding(tries, ({ outcome }) =>
            outcome === 'request-known' ? 'a rival’s request is known' : undefined,
          ) ??
          differs([...history, ...(through[0]?.events ?? [])], await store.read(id))
        );
      },
    ),
    tried(
      'knows a request again, wherever in an answer it stood',
      fc.tuple(chunks(), fc.nat(), fc.boolean()),
      async ([sizes, place, isElsewhere], store, id) => {
        const history = eventsOf(id, sizes);
        const finding = await appendAll(store, history, sizes);
        const entity = isElsewhere ? await freshEntity(store, `${id}-other`) : id;
        const afterSeq = isElsewhere ? 0 : history.length;
        const answers = history.filter((event) => 'request' in event);
        const known = answers[place % answers.length] as LedgerEvent;
        const fresh = eventsOf(entity, [1], { afterSeq, mark: 'again' });
        const again = [...fresh, { ...known, entity, seq: afterSeq + 2 }];
        return (
          finding ??
          differs('request-known', await store.append(entity, afterSeq, again)) ??
          differs(isElsewhere ? [] : history, await store.read(entity))
        );
      },
    ),
    tried(
      'refuses events that are not one entity’s next',
      badEvents(),
      async (spoil, store, id) => {
        const events = spoil(eventsOf(id, [3]));
        const outcome = await store.append(id, 0, events).catch(() => 'refused');
        return differs('refused', outcome) ?? differs([], await store.read(id));
      },
    ),
    tried(
      'keeps apart names that differ in little',
      fc.constantFrom(...ALIKE),
      async ([one, other], store, id) => {
        const base = await freshEntity(store, id, [one, other]);
        const own = eventsOf(`${base}${one}`, [1], { mark: `r${one}` });
        const foreign = eventsOf(`${base}${other}`, [2], { mark: `r${other}` });
        return (
          differs('appended', await store.append(`${base}${one}`, 0, own)) ??
          differs('appended', await store.append(`${base}${other}`, 0, foreign)) ??
          differs(own, await store.read(`${base}${one}`)) ??
          differs(foreign, await store.read(`${base}${other}`))
        );
      },
    ),
    tried('lists every entity that has a history, by bytes', chunks(), async (sizes, store, id) => {
      await appendAll(store, eventsOf(id, sizes), sizes);
      const listed = await listedBy(store);
      if (typeof listed === 'string') return listed;
      const sorted = [...new Set(listed)].sort(compareBytes);
      return differs(sorted, listed) ?? (listed.includes(id) ? undefined : `\`${id}\` is missing`);
    }),
    tried('lists the entity behind all others', fc.constant(0), async (_, store, id) => {
      await store.append(id, 0, eventsOf(id, [1]));
      const listed = await listedBy(store);
      if (typeof listed === 'string') return listed;
      const last = behind(listed.at(-1) ?? '');
      const outcome = await store.append(last, 0, eventsOf(last, [1]));
      const page = await store.entities(listed.at(-1) ?? '', 50);
      return differs('appended', outcome) ?? differs(last, page.at(-1));
    }),
    tried(
      'appends to many entities as it does to each',
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), {
        minLength: 1,
        maxLength: 6,
      }),
      async (parts, store, id) => {
        if (store.appendMany === undefined || store.readMany === undefined) return undefined;
        const appends: Append<LedgerEvent>[] = [];
        for (const [i, [size, isLate]] of parts.entries()) {
          const entity = await freshEntity(store, `${id}-${i}`);
          const afterSeq = isLate ? 3 : 0;
          const events = eventsOf(entity, [size], { afterSeq, mark: 'many' });
          appends.push({ entity, afterSeq, events });
        }
        const expected = parts.map(([, isLate]) => (isLate ? 'lost-race' : 'appended'));
        const kept = appends.map(({ events }, i) => (parts[i]?.[1] ? [] : events));
        // Given backwards: no store may ask its callers for an order.
        const outcomes = await store.appendMany(appends.toReversed());
        const found = await store.readMany(appends.map(({ entity }) => entity));
        return (
          differs(expected.toReversed(), outcomes) ??
          differs(
            kept,
            appends.map(({ entity }) => found.get(entity)),
          )
        );
      },
    ),
  ];
  laws.push(
    tried(
      'gives for a decision all that bears on it',
      fc.tuple(chunks(), fc.nat(), fc.boolean()),
      async ([sizes, place, isAlone], store, id) => {
        if (store.readBearing === undefined) return undefined;
        const history = eventsOf(id, sizes).map((event, i) =>
          i % 3 === 0 ? refused(event) : event,
        );
        const finding = await appendAll(store, history, sizes);
        const other = await freshEntity(store, `${id}-other`);
        await store.append(other, 0, eventsOf(other, [1]));
        const asked = history[place % history.length] as LedgerEvent;
        const requests = 'request' in asked ? [asked.request] : [];
        const entities = isAlone ? [] : [{ entity: other, requests: ['nobody’s'] }];
        const bearing = await store.readBearing([...entities, { entity: id, requests }]);
        const found = bearing.get(id) ?? [];
        const needed = history.filter(
          (event, i) => event.type !== 'refused' || event === asked || i === history.length - 1,
        );
        const numbers = new Set([...needed, ...found].map(({ seq }) => seq));
        return (
          finding ??
          // More than is needed does no harm; what is there is there once, in its place, as it was.
          differs(
            history.filter(({ seq }) => numbers.has(seq)),
            found,
          ) ??
          differs(isAlone ? undefined : eventsOf(other, [1]), bearing.get(other))
        );
      },
    ),
  );
  const { openAs } = platform;
  if (openAs === undefined) return laws;
  return [
    ...laws,
    tried(
      'keeps an authority’s evidence from others, and its event before them',
      fc.constantFrom('fire', 'food', 'tax'),
      async (authority, _, id) => {
        const own = await openAs(authority);
        const [event] = eventsOf(id, [1], { by: authority }) as [LedgerEvent];
        const open = { ...event, evidence: { cause: 'complaint' } };
        const outcome = await own.append(id, 0, [event]);
        const other = await openAs(authority === 'fire' ? 'food' : 'fire');
        return (
          differs('appended', outcome) ??
          differs([event], await own.read(id)) ??
          differs([open], await other.read(id))
        );
      },
    ),
    tried(
      'refuses what one authority appends in the name of another',
      fc.boolean(),
      async (isBatch, store, id) => {
        const other = await openAs('food');
        const events = eventsOf(id, [1], { by: 'fire' });
        const appended = isBatch
          ? other.appendMany?.([{ entity: id, afterSeq: 0, events }])
          : other.append(id, 0, events);
        const outcome = await Promise.resolve(appended).then(
          (given) => (given === undefined ? 'refused' : 'appended'),
          () => 'refused',
        );
        return differs('refused', outcome) ?? differs([], await store.read(id));
      },
    ),
  ];
}

async function appendAll(
  store: LedgerStore<LedgerEvent>,
  history: readonly LedgerEvent[],
  sizes: readonly number[],
): Promise<Finding> {
  let at = 0;
  for (const size of sizes) {
    const events = history.slice(at, at + size);
    const outcome = await store.append(events[0]?.entity ?? '', at, events);
    if (outcome !== 'appended') return differs('appended', outcome);
    at += size;
  }
  return undefined;
}
