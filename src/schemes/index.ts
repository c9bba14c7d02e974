export { beijingCredit, beijingCreditFour } from './beijingCredit.js';
export { beijingEtownBudget, beijingEtownTier } from './beijingEtown.js';
export { chinaFood2016, chinaFood2022 } from './chinaFood.js';
export { chinaFoodVisits2016, chinaFoodVisits2022 } from './chinaFoodVisits.js';
export { chinaTaxCredit } from './chinaTaxCredit.js';
export {
  bayannurRatios2022,
  henanRatios2021,
  lindianRatios2024,
  yuexiuRatios2021,
} from './creditRiskRatios.js';
export {
  guangdongCityPolluters,
  guangdongCountyPolluters,
  jiangxiCityPolluters,
  jiangxiCountyPolluters,
} from './environmentRatios.js';
export { exampleCredit } from './exampleCredit.js';
export { exampleMatrix } from './exampleMatrix.js';
export { exampleProgramme } from './exampleProgramme.js';
export { exampleRisk } from './exampleRisk.js';
export { exampleSampling } from './exampleSampling.js';
export {
  italyAfterCompliant,
  italyLowRiskCap,
  polandDays,
  ukraineGaps,
  vietnamCap,
} from './foreignCaps.js';
export {
  shanxiCoal,
  shanxiHazardous,
  shanxiMines,
  shanxiOther,
  shanxiSupervision,
} from './shanxiWorkSafety.js';
export { singaporeSafeA, singaporeSafeLicence } from './singaporeSafe.js';
export { twoInspections } from './twoInspections.js';
