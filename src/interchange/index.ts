export { INTERCHANGE_CODES, type InterchangeCode } from './codes.js';
export { type DmnOptions, type ImportedTable, tableFromDmn } from './dmn/tableFromDmn.js';
export type { DocumentFrame, ImportOptions, LevelRule } from './documentFrame.js';
export type { Imported } from './imported.js';
export {
  type RankedReason,
  type ReasonCodes,
  reasonCodes,
  type TermCodes,
} from './pmml/reasonCodes.js';
export { type ImportedScorecard, type PmmlOptions, schemeFromPmml } from './pmml/schemeFromPmml.js';
export { XML_OPTIONS, type XmlParser } from './xmlParser.js';
