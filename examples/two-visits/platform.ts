// One department's platform, a process of its own: platform ADDRESS DEPARTMENT
// It asks for its year and knows nothing of the other seven; the ledger joins or refuses what it asks.
import { twoInspections } from 'evenhand/schemes';
import { bookVisit } from 'evenhand/stores';
import { openStore } from './openStore.js';
import { requestsOf } from './requests.js';

const [address = '', department = ''] = process.argv.slice(2);
const { store, close } = await openStore(address);
for (const request of requestsOf(department)) {
  const { status } = await bookVisit(store, request, twoInspections);
  process.stdout.write(`${department} ${status}\n`);
}
await close();
