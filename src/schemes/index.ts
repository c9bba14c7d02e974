export { australiaImports, australiaImportsTempo } from './australiaImports.js';
export { beijingCredit, beijingCreditFour } from './beijingCredit.js';
export { beijingEtownBudget, beijingEtownTier } from './beijingEtown.js';
export { beijingPublication2020, beijingPublication2024 } from './beijingPublication.js';
export {
  cateringEcology,
  cateringFire,
  cateringMarket,
  cateringScene,
  cateringUrban,
} from './cateringScene.js';
export {
  chinaAuthorityCap,
  chinaPostLicence,
  chinaTaxDraws,
  chinaThreeMonths,
} from './chinaCaps.js';
export { chinaFood2016, chinaFood2022 } from './chinaFood.js';
export { chinaFoodVisits2016, chinaFoodVisits2022 } from './chinaFoodVisits.js';
export { chinaTaxCredit } from './chinaTaxCredit.js';
export { chinaThreeSystems } from './chinaThreeSystems.js';
export { chinaWorkingDays } from './chinaWorkingDays.js';
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
export { euBorderChecks } from './euBorderChecks.js';
export {
  euIndustrialEmissions,
  euIndustrialEmissionsTempo,
  euMajorHazards,
  euMajorHazardsTempo,
} from './euInstallations.js';
export { exampleApproval } from './exampleApproval.js';
export { exampleCredit } from './exampleCredit.js';
export { exampleDiscretion } from './exampleDiscretion.js';
export { exampleInspectionRules, exampleResults } from './exampleInspection.js';
export { exampleKeySupervision } from './exampleKeySupervision.js';
export {
  chinaCosmeticsLeniency,
  chinaPenaltyLeniency,
  exampleLeniency,
} from './exampleLeniency.js';
export { exampleLists, marketLists2014, marketLists2021 } from './exampleLists.js';
export { exampleMatrix } from './exampleMatrix.js';
export { exampleMeasures } from './exampleMeasures.js';
export { exampleProgramme } from './exampleProgramme.js';
export { examplePublication, exampleRecordRules } from './exampleRecord.js';
export {
  chinaFoodRegrading2016,
  exampleRegrading,
  shanghaiFoodRegrading2022,
} from './exampleRegrading.js';
export { exampleRisk } from './exampleRisk.js';
export { exampleSampling } from './exampleSampling.js';
export { exampleSandbox } from './exampleSandbox.js';
export { exampleVisitRules } from './exampleVisitRules.js';
export { exampleWarnings } from './exampleWarnings.js';
export {
  italyAfterCompliant,
  italyLowRiskCap,
  polandDays,
  ukraineGaps,
  vietnamCap,
} from './foreignCaps.js';
export {
  italyTenMonths,
  polandDayCap,
  ukraineGapCap,
  vietnamCrossKind,
} from './foreignLimits.js';
export {
  germanyBarometer,
  germanyFood,
  germanyFoodTempo2008,
  germanyFoodTempo2021,
} from './germanyFood.js';
export { hkDemeritPoints, hkFoodTempo } from './hkDemeritPoints.js';
export { hkDemeritProposal } from './hkDemeritProposal.js';
export { impelRisk } from './impelRisk.js';
export { kazakhstanRisk } from './kazakhstanRisk.js';
export { iso2859 } from './lotSampling.js';
export { ndrcRepair2019, ndrcRepair2023, ndrcRepair2026 } from './ndrcRepair.js';
export { nycRestaurant } from './nycRestaurant.js';
export { oshaTargeting2011, oshaTargetingStrata } from './oshaTargeting.js';
export { parisMouAccess } from './portStateBans.js';
export { parisMou, parisMouTempo, tokyoMou, tokyoMouTempo } from './portStateControl.js';
export { beijingInTianjin, beijingNineToFour } from './recognitions.js';
export { russiaCategoryTempo, russiaPercent } from './russiaPercent.js';
export { russiaPoints, russiaPointsTempo, russiaRisk3x3, russiaRisk4x4 } from './russiaRisk.js';
export { samrPublicity } from './samrPublicity.js';
export {
  shanxiCoal,
  shanxiHazardous,
  shanxiMines,
  shanxiOther,
  shanxiSupervision,
} from './shanxiWorkSafety.js';
export { singaporeSafeA, singaporeSafeLicence } from './singaporeSafe.js';
export { twoInspections } from './twoInspections.js';
export { ukFoodHygiene2008, ukFoodHygiene2014, ukFoodHygieneTempo } from './ukFoodHygiene.js';
export { ukFoodRating } from './ukFoodRating.js';
export { ukFoodStandards, ukFoodStandardsTempo } from './ukFoodStandards.js';
export { ukPermitCharge, ukPermitCompliance } from './ukPermitCompliance.js';
export { usCareHomes, usCareHomesTempo, usRentalHomes } from './usCareHomes.js';
export {
  usFoodFacilities2011,
  usFoodFacilities2016,
  usFoodFacilities2018,
} from './usFoodFacilities.js';
export { usMines } from './usMines.js';
export { usNursingHomes, usNursingHomesTempo } from './usNursingHomes.js';
export { zhejiangResults } from './zhejiangResults.js';
