export { type CreditRating, scoreCredit } from './scoreCredit.js';
