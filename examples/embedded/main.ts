// The same eight platforms on one SQLite file, without any server: npm run example embedded ledger.sqlite
import { planYear } from '../two-visits/planYear.js';

await planYear(process.argv[2] ?? 'ledger.sqlite');
