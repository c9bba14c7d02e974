import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { bookVisit, sqliteLedger } from '../../src/stores/index.js';
import { capOfTwo, requestOf } from './requests.js';

// One of several processes on one file: sqliteWorker DATABASE ACKNOWLEDGED FIRST STEP REQUESTS FIRMS MARK
const [path = '', acknowledged = '', ...rest] = process.argv.slice(2);
const [first = 0, step = 1, requests = 0, firms = 1] = rest.slice(0, 4).map(Number);
const mark = rest[4] ?? '';

const known = existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n') : [];
const answered = new Set(known.map((line) => line.split(' ')[0]));
const db = new DatabaseSync(path);
const store = sqliteLedger(db);
for (let i = first; i < requests; i += step) {
  // After a kill the last request is asked once more: it may be there without having been acknowledged.
  if (answered.has(String(i))) continue;
  const { status } = await bookVisit(store, requestOf(i, { firms, mark }), capOfTwo);
  appendFileSync(acknowledged, `${i} ${status}\n`);
}
db.close();
