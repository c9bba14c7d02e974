import type { LedgerEvent } from './event.js';
import type { Decision } from './request.js';

/** The decision that an event holds, so that a request asked again is answered the same. */
export function decisionOf(event: LedgerEvent): Decision {
  switch (event.type) {
    case 'refused': {
      const { because, free } = event;
      return free === undefined
        ? { status: 'refused', because }
        : { status: 'refused', because, free };
    }
    case 'joined': {
      const { visit, uses, beyond } = event;
      return {
        status: 'joined',
        visit,
        counts: true,
        ...(uses.length > 0 ? { uses } : {}),
        ...(beyond === undefined ? {} : { beyond }),
      };
    }
    case 'started':
    case 'done':
    case 'expired':
      return { status: 'recorded', visit: event.visit, state: event.type };
    case 'cancelled':
      return { status: 'recorded', visit: event.visit, state: event.state };
    default: {
      if ('confirms' in event) {
        return { status: 'recorded', visit: event.visit, state: 'admitted' };
      }
      const { type, counts, evidence, until, uses, beyond, overridden, override } = event;
      return {
        status: type === 'overridden' ? 'admitted' : type,
        counts,
        ...(evidence === undefined ? {} : { evidence }),
        ...(until === undefined ? {} : { until }),
        ...(uses.length > 0 ? { uses } : {}),
        ...(beyond === undefined ? {} : { beyond }),
        ...(overridden === undefined ? {} : { overridden }),
        ...(override === undefined ? {} : { override }),
      };
    }
  }
}
