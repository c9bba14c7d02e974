import pg from 'pg';
import type { Place } from './postgresServer.js';

/** The pools of a test, one a login, closed together. */
export interface Pools {
  of(user?: string): pg.Pool;
  end(): Promise<void>;
}

export function poolsOf(place: () => Place, max = 8): Pools {
  const pools = new Map<string, pg.Pool>();
  return {
    of(user = 'postgres') {
      const known = pools.get(user);
      if (known !== undefined) return known;
      const pool = new pg.Pool({ ...place(), user, max });
      // A server that is killed tells its idle clients; nobody waits for that.
      pool.on('error', () => undefined);
      pools.set(user, pool);
      return pool;
    },
    async end() {
      for (const pool of pools.values()) await pool.end();
      pools.clear();
    },
  };
}
