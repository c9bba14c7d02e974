import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { burdenTally } from 'evenhand/oversight';
import { ledgerOf } from 'evenhand/visits';
import { openStore } from './openStore.js';
import { DEPARTMENTS } from './requests.js';

/** Starts the platforms all at once, waits for them, and prints what the ledger then holds. */
export async function planYear(address: string): Promise<void> {
  const answers = (await Promise.all(DEPARTMENTS.map((one) => platform(address, one)))).flat();
  const { store, close } = await openStore(address);
  const tally = burdenTally({ year: 2026 });
  for (const entity of await store.entities('', 1_000)) {
    tally.add(ledgerOf(await store.read(entity)), entity);
  }
  await close();
  const { firms, total, saved, refused, spread, leakage } = tally.done();
  const told = (status: string): number =>
    answers.filter((line) => line.endsWith(` ${status}`)).length;

  console.log(`${DEPARTMENTS.length} platforms asked ${answers.length} times for ${firms} firms`);
  console.log(
    `  admitted ${told('admitted')}, joined ${told('joined')}, refused ${told('refused')}; the ledger refused ${refused}`,
  );
  console.log(`  each on its own: ${total.before.visits} visits, joined: ${total.after.visits}`);
  console.log(`  spared ${saved.visits} entries on the premises`);
  console.log(`  outside the cap, with evidence: ${leakage.reduce((n, one) => n + one.visits, 0)}`);
  for (const { visits, firmsAfter } of spread) {
    if (firmsAfter > 0) console.log(`  ${firmsAfter} firms bear ${visits} visits`);
  }
}

/** One platform's answers, a line each. */
function platform(address: string, department: string): Promise<string[]> {
  const file = join(import.meta.dirname, 'platform.mjs');
  const child = spawn(process.execPath, [file, address, department], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(text.trim().split('\n'));
      else reject(new Error(`${department} ended with ${code}`));
    });
  });
}
