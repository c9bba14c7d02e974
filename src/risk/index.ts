export { type RiskRating, rateRisk } from './rateRisk.js';
