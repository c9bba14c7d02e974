import * as fc from 'fast-check';
import type { Day } from '../../core/day.js';
import { sha256 } from '../../core/sha256.js';
import { bookVisit, bookVisits } from '../../stores/bookVisit.js';
import type { LedgerStore } from '../../stores/ledgerStore.js';
import { recordInLedger } from '../../stores/recordInLedger.js';
import type { Cap } from '../../visits/cap.js';
import { admitVisit } from '../../visits/ledger/admitVisit.js';
import type { LedgerEvent } from '../../visits/ledger/event.js';
import { emptyLedger, eventsOf, type Ledger, ledgerOf } from '../../visits/ledger/ledger.js';
import { recordVisit } from '../../visits/ledger/recordVisit.js';
import type { Decision, VisitAct, VisitRequest } from '../../visits/ledger/request.js';
import { arbitraryVisitRequests } from '../arbitraries/visitRequests.js';
import { differs, type Finding, firstFinding } from './law.js';
import { arbitraryEntityId, freshEntity, type StoreLaw, type StorePlatform } from './storeLaw.js';

const AUTHORITIES = ['fire', 'food', 'tax'];
const ENTITIES = ['A', 'B'];

/**
 * What must hold for booking under a cap in a store: many that ask at once are answered as if each had
 * been asked alone, in the order of the ledger. What holds for `admitVisit` then holds for the store:
 * no cap is passed.
 *
 * @param cap - the authority's own cap
 */
export function bookingLaws(platform: StorePlatform, cap: Cap): StoreLaw[] {
  const { open, openAs } = platform;
  const connect = (authority: string): Promise<LedgerStore<LedgerEvent>> =>
    openAs === undefined ? open() : openAs(authority);
  const cases = arbitraryVisitRequests({
    entities: ENTITIES,
    authorities: AUTHORITIES,
    from: firstDay(cap),
    causes: cap.exceptions.filter(({ lifts }) => lifts === undefined).map(({ cause }) => cause),
  });
  const tried = (
    name: string,
    check: (requests: VisitRequest[], store: LedgerStore<LedgerEvent>) => Promise<Finding>,
  ): StoreLaw => {
    const property = fc.asyncProperty(cases, arbitraryEntityId(), async (requests, id) => {
      const store = await open();
      // Entities and requests of this law and case alone, whatever other laws wrote to the same store.
      const law = sha256(name).slice(0, 8);
      const base = `${id.replaceAll('@', '')}-${law}`;
      const tails = ENTITIES.map((entity) => `/${entity}`);
      const own = await freshEntity(store, base, tails);
      const finding = await check(
        requests.map((one) => ({
          ...one,
          id: `${one.id}/${own}`,
          entity: `${own}/${one.entity}`,
        })),
        store,
      );
      if (finding !== undefined) throw new Error(`not true that it ${name}: ${finding}`);
    });
    return { name, property: property as fc.IAsyncProperty<unknown> };
  };
  return [
    tried(
      'answers many at once as if asked one by one, in the order of the ledger',
      async (requests, store) => {
        const answers = await Promise.all(
          requests.map(async (request) => bookVisit(await connect(request.lead), request, cap)),
        );
        return isExplained(requests, answers, store, cap);
      },
    ),
    tried('answers a batch as if asked one by one', async (requests, store) => {
      const answers: Decision[] = [];
      for (const authority of AUTHORITIES) {
        const own = requests.filter(({ lead }) => lead === authority);
        const decisions = await bookVisits(await connect(authority), own, cap);
        own.forEach((request, i) => {
          answers[requests.indexOf(request)] = decisions[i] as Decision;
        });
      }
      return isExplained(requests, answers, store, cap);
    }),
    tried(
      'answers a request asked again as it was answered first, and books it once',
      async (requests, store) => {
        const ask = async (request: VisitRequest): Promise<Decision> =>
          bookVisit(await connect(request.lead), request, cap);
        const answers = await Promise.all([...requests, ...requests].map(ask));
        const again = await Promise.all(requests.map(ask));
        const [first, second] = [answers.slice(0, requests.length), answers.slice(requests.length)];
        return (
          differs(first, second) ??
          differs(first, again) ??
          isExplained(requests, first, store, cap)
        );
      },
    ),
    tried(
      'books once what failed on the way, before or after it was written',
      async (requests, store) => {
        const answers = await Promise.all(
          requests.map(async (request, i) => {
            const shaky = failing(await connect(request.lead), i);
            for (;;) {
              try {
                return await bookVisit(shaky, request, cap);
              } catch (error) {
                if ((error as { code?: string }).code !== 'outcome-unknown') throw error;
              }
            }
          }),
        );
        return isExplained(requests, answers, store, cap);
      },
    ),
    tried(
      'frees the place of a visit that is cancelled, and of no other',
      async (requests, store) => {
        const ledgers = new Map<string, Ledger>();
        for (const request of requests) {
          const { entity, lead: by, at } = request;
          const off: VisitAct = {
            ...{
              id: `${request.id}/off`,
              entity,
              visit: request.id,
              by,
              act: 'cancel',
              reason: 'off',
            },
            ...(at === undefined ? {} : { at }),
          };
          const again = { ...request, id: `${request.id}/again` };
          const connection = await connect(by);
          const answers = [
            await bookVisit(connection, request, cap),
            await recordInLedger(connection, off, cap),
            await bookVisit(connection, again, cap),
          ];
          const booked = admitVisit(ledgers.get(entity) ?? emptyLedger, request, cap);
          const cancelled = recordVisit(booked.ledger, off, cap);
          const second = admitVisit(cancelled.ledger, again, cap);
          ledgers.set(entity, second.ledger);
          const expected = [booked, cancelled, second].map(({ decision }) => decision);
          const difference =
            differs(expected, answers) ??
            differs(eventsOf(second.ledger, entity), await store.read(entity));
          if (difference !== undefined) return difference;
        }
        return undefined;
      },
    ),
  ];
}

/** That the histories in a store are what `admitVisit` makes of the requests, in the order they stand. */
async function isExplained(
  requests: readonly VisitRequest[],
  answers: readonly Decision[],
  store: LedgerStore<LedgerEvent>,
  cap: Cap,
): Promise<Finding> {
  for (const entity of new Set(requests.map((one) => one.entity))) {
    const history = await store.read(entity);
    const own = requests.filter((one) => one.entity === entity);
    const order = history.flatMap((event) => ('request' in event ? event.request : []));
    const unanswered = own.find(({ id }) => !order.includes(id));
    // Refused as it is: an entry would stand in the way of asking again under that name.
    if (unanswered !== undefined && answers[requests.indexOf(unanswered)]?.status !== 'refused') {
      return `\`${unanswered.id}\` is acknowledged and not there`;
    }
    let ledger = ledgerOf([]);
    const finding = firstFinding(order, (id) => {
      const request = own.find((one) => one.id === id);
      if (request === undefined) return `\`${id}\` was not asked`;
      const answer = admitVisit(ledger, request, cap);
      ledger = answer.ledger;
      return differs(answer.decision, answers[requests.indexOf(request)]);
    });
    if (finding !== undefined) return finding;
    const difference = differs(eventsOf(ledger, entity), history);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** A store whose first appends fail, by turns before and after they are written. */
function failing(store: LedgerStore<LedgerEvent>, turn: number): LedgerStore<LedgerEvent> {
  let left = turn % 4;
  return {
    ...store,
    async append(...args) {
      if (left === 0) return store.append(...args);
      const isLate = left-- % 2 === 0;
      if (isLate) await store.append(...args);
      throw new Error('connection lost');
    },
  };
}

/** The first new year under the cap, or its first day where it sees none. */
function firstDay({ from, to, sunset }: Cap): Day {
  const newYear = `${String(Number(from.slice(0, 4)) + 1).padStart(4, '0')}-01-01`;
  return [to, sunset].every((last) => last === undefined || last >= newYear) ? newYear : from;
}
