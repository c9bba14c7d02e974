import type { ProgrammeSource } from '../programme/programme.js';
import { exampleCredit } from './exampleCredit.js';
import { exampleMatrix } from './exampleMatrix.js';
import { exampleRisk } from './exampleRisk.js';
import { exampleSampling } from './exampleSampling.js';
import { twoInspections } from './twoInspections.js';

/** A whole programme to learn from: credit, risk, matrix, sampling and the pilot's cap. */
export const exampleProgramme: ProgrammeSource = {
  schema: 'evenhand/programme/1',
  id: 'example-programme',
  version: '2026',
  title: { zh: '示例监管方案', en: 'Example programme' },
  organ: '示例市监管工作联席会议',
  documents: [exampleCredit, exampleRisk, exampleMatrix, exampleSampling, twoInspections],
  roles: {
    credit: 'example-credit',
    risk: [{ scheme: 'example-risk' }],
    matrix: 'example-matrix',
    sampling: 'example-sampling',
    caps: ['beijing-two-inspections'],
  },
};
