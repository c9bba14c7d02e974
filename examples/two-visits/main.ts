// Eight departments' platforms, each a process of its own, plan a year against one PostgreSQL:
//   npm run example two-visits postgres://user@host:port/database

import { twoInspections } from 'evenhand/schemes';
import { lockLimits, migrateLedger } from 'evenhand/stores';
import pg from 'pg';
import { planYear } from './planYear.js';

const address = process.argv[2];
if (address?.startsWith('postgres://') !== true) {
  console.error(
    'expected postgres://user@host:port/database (the example `embedded` needs no server)',
  );
  process.exit(2);
}
try {
  const owner = new pg.Client(address);
  await owner.connect();
  await migrateLedger(owner);
  await lockLimits(owner, twoInspections); // the second lock: the database itself has two places a year
  await owner.end();
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  // The address may hold a password, so it is not shown.
  console.error(
    `no ledger at this address: ${message || code} (is the server running, and may this user create tables?)`,
  );
  process.exit(1);
}
await planYear(address);
