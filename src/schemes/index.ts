export { exampleCredit } from './exampleCredit.js';
export { exampleMatrix } from './exampleMatrix.js';
export { exampleProgramme } from './exampleProgramme.js';
export { exampleRisk } from './exampleRisk.js';
export { exampleSampling } from './exampleSampling.js';
export { twoInspections } from './twoInspections.js';
