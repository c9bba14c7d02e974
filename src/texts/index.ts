export { describe, type Lang } from './describe.js';
export { explanationText } from './explanation.js';
