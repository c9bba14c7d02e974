import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { assess } from '../../src/programme/assess.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { explanationText } from '../../src/texts/explanation.js';

const programme = parseProgramme(exampleProgramme);
const firm = {
  id: '示例企业00017',
  facts: { industry: '6210', crowd: 350, hazardous: false, taxGrade: 'D' },
  lists: ['abnormal-operations'],
  events: [
    { id: 'e1', kind: 'penalty-general', on: '2025-09-30', source: 'example' },
    { id: 'e2', kind: 'penalty-general', on: '2024-09-30', repairedOn: '2025-05-01', source: 'x' },
    { id: 'e3', kind: 'award', on: '2025-03-01', source: 'x' },
  ],
};
const receipt = assess(programme, firm, { asOf: '2026-01-15' });

describe('an explanation', () => {
  it('tells every contribution, band, override, measure and document, in English', () => {
    expect(explanationText(receipt, 'en', exampleProgramme)).toMatchSnapshot();
  });

  it('and in Chinese', () => {
    expect(explanationText(receipt, 'zh', exampleProgramme)).toMatchSnapshot();
  });

  it('goes by ids where the programme is not at hand', () => {
    const text = explanationText(receipt, 'en');
    expect(text).toContain('penalties: 2025-09-30 penalty-general (e1)');
    expect(text).not.toContain('Administrative penalties');
  });

  it('shows points that add up to the score, for anybody', () => {
    const { register, asOf } = sampleCity({ entities: 40, seed: 'explanation' });
    for (const entity of register.entities) {
      const lines = explanationText(assess(programme, entity, { asOf }), 'en').split('\n');
      let sum = 0;
      for (const line of lines) {
        const points = /^ +([+-]?\d+(?:\.\d+)?) {2}\S/.exec(line)?.[1];
        const total = /^ +=\s(\S+)/.exec(line)?.[1];
        if (points !== undefined) sum += Math.round(Number(points) * 10);
        if (total === undefined) continue;
        expect(sum).toBe(Math.round(Number(total) * 10));
        sum = 0;
      }
    }
  });

  it('says that an authoritative answer is no simulation', () => {
    expect(explanationText({ ...receipt, mode: 'authoritative' }, 'zh').split('\n')[0]).toBe(
      '示例企业00017 的评定（截至 2026-01-15）',
    );
  });
});
