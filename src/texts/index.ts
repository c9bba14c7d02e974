export { actText } from './act.js';
export { describe, type Lang } from './describe.js';
export { type DifferenceText, differenceText } from './differenceText.js';
export { dueDiligenceText } from './dueDiligenceText.js';
export { explanationText } from './explanation.js';
export { handbookBlocks, handbookMarkdown, type TextBlock } from './handbookText.js';
export { measureText, oversightText } from './oversightText.js';
export { ratingText } from './rating.js';
export { publicityText, recordText, repairPathText } from './recordText.js';
