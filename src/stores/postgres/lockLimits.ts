import { requireArgument } from '../../core/argument.js';
import type { Cap, CapLimit } from '../../visits/cap.js';
import { type PostgresConnection, requireConnection, schemaOf } from './connection.js';
import type { SchemaOptions } from './migrateLedger.js';

/**
 * Locks those limits of a cap a second time that are numbers of visits in a calendar year, all authorities
 * together, as the pilot's are: the database then has that many places for an entity and year and no more.
 *
 * The owner of the tables does it, before the first visit is booked; a later version of the cap needs it
 * again. The ledger decides as before, and the lock never refuses what it rightly decides.
 *
 * @returns the limits that are locked, `cap/limit`; others have the ledger alone
 * @throws `bad-schema-name`
 */
export async function lockLimits(
  db: PostgresConnection,
  cap: Cap,
  options: SchemaOptions = {},
): Promise<readonly string[]> {
  requireConnection('lockLimits', db);
  requireArgument('lockLimits', 'cap', cap, { limits: 'array' });
  const schema = schemaOf('lockLimits', options);
  const locked = cap.limits.flatMap((limit) => {
    const places = placesOf(limit);
    return places === undefined ? [] : { name: `${cap.id}/${limit.id}`, places };
  });
  for (const { name, places } of locked) {
    await db.query(
      `INSERT INTO ${schema}.ledger_lock (lim, places) VALUES ($1, $2)
       ON CONFLICT (lim) DO UPDATE SET places = excluded.places`,
      [name, places],
    );
  }
  return locked.map(({ name }) => name);
}

function placesOf({ unit, window, per = [] }: CapLimit): number | undefined {
  if (!('visits' in unit) || window !== 'calendar-year' || per.length > 0) return undefined;
  return unit.visits;
}
