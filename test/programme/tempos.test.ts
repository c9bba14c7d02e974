import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/matrix/schedule.js';
import { assess } from '../../src/programme/assess.js';
import { parseProgramme, safeParseProgramme } from '../../src/programme/parseProgramme.js';
import type { ProgrammeSource, ScheduleRole } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { explanationText } from '../../src/texts/explanation.js';

const asOf = '2026-01-15';
const rare = { floor: { years: 2 }, cap: { gap: { months: 10 } }, cite: 'made-up' } as const;
const often = {
  floor: { months: 6 },
  cap: { visits: 4, per: 'calendar-year' },
  methods: ['off-site', 'on-site'],
  cite: 'made-up',
} as const;
const byRisk: Schedule = {
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'visits',
  version: '1',
  from: '2025-01-01',
  status: 'example',
  citations: [{ id: 'made-up', title: 'Example', article: 'art. 4', confidence: 'example' }],
  untranslated: [],
  scale: { id: 'example-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  levels: { low: rare, medium: often, high: often },
};
const byGrade: Schedule = {
  ...byRisk,
  id: 'calls',
  scale: { id: 'example-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  levels: {
    A: { cite: 'made-up' },
    B: { firstWithin: { months: 3 }, cap: { days: 2, per: { years: 1 } }, cite: 'made-up' },
    C: often,
    D: often,
  },
  reliance: [
    {
      id: 'sister-city',
      when: { field: 'list', eq: 'recognised' },
      effect: 'replaces-visit',
      cite: 'made-up',
    },
  ],
};

const withSchedules = (
  schedules: readonly ScheduleRole[],
  documents: readonly Schedule[] = [byRisk, byGrade],
): ProgrammeSource => ({
  ...exampleProgramme,
  documents: [...exampleProgramme.documents, ...documents],
  roles: { ...exampleProgramme.roles, schedules },
});

const firm = {
  id: '示例企业00017',
  since: '2020-05-01',
  facts: { industry: '6210' },
  lists: [],
  events: [{ id: 'e1', kind: 'penalty-general', on: '2025-09-30', source: 'example' }],
  lastVisits: { fire: '2025-08-31', food: '2025-03-01', later: '2026-02-01' },
};

const temposOf = (roles: readonly ScheduleRole[], entity: object = {}) =>
  assess(parseProgramme(withSchedules(roles)), { ...firm, ...entity }, { asOf }).tempos;

describe('the schedules of a programme', () => {
  it('count from the last visit of any authority that was known on the day', () => {
    expect(temposOf([{ schedule: 'visits' }])).toEqual([
      {
        schedule: { id: 'visits', version: '1' },
        scale: 'example-risk',
        level: 'medium',
        last: '2025-08-31',
        tempo: often,
        reliance: [],
        replaced: false,
        next: { state: 'open', opens: '2025-09-01', due: '2026-02-28', by: 'floor' },
        article: 'art. 4',
      },
    ]);
  });

  it('count from the visits of one authority where the role names it', () => {
    const [tempo] = temposOf([{ schedule: 'visits', authority: 'food' }]) ?? [];
    expect([tempo?.last, tempo?.next.state]).toEqual(['2025-03-01', 'overdue']);
  });

  it('read the grade, the level or the tier, as their scale says', () => {
    const tier: Schedule = {
      ...byRisk,
      id: 'tiers',
      scale: { id: 'example-tier', levels: ['I', 'II', 'III', 'IV'], worse: 'last' },
      levels: { I: rare, II: rare, III: often, IV: often },
    };
    const matrix = exampleProgramme.documents.find(({ kind }) => kind === 'matrix');
    const scale = (matrix as unknown as { tiers: Schedule['scale'] }).tiers;
    const levels = Object.fromEntries(scale.levels.map((level) => [level, often]));
    const roles = [{ schedule: 'calls' }, { schedule: 'tiers' }];
    const programme = parseProgramme(
      withSchedules(roles, [byGrade, { ...tier, scale, levels } as Schedule]),
    );
    const { tempos, credit, measures } = assess(programme, firm, { asOf });
    expect(tempos?.map(({ level }) => level)).toEqual([credit.grade, measures.tier]);
  });

  it('count a firm that was never visited from its first day', () => {
    const [tempo] =
      temposOf([{ schedule: 'calls' }], { lastVisits: {}, since: '2025-11-30' }) ?? [];
    expect(tempo?.next).toEqual({
      state: 'open',
      opens: '2025-11-30',
      due: '2026-02-28',
      by: 'first',
    });
  });

  it('count what the record holds: the latest visit, ours or another body’s, whose turn it is, and the random strata', () => {
    const recorded: Schedule = {
      ...byRisk,
      visits: { events: ['inspection'], method: 'method' },
      reliance: [
        {
          id: 'sister-city',
          when: { all: [] },
          effect: { countsAsVisit: ['inspection-elsewhere'] },
          cite: 'made-up',
        },
      ],
      strata: [
        { id: 'young', levels: ['medium'], ratio: '5%', rule: 'at-least', cite: 'made-up' },
        { id: 'low', levels: ['low'], ratio: '5%', rule: 'at-least', cite: 'made-up' },
      ],
    };
    const programme = parseProgramme(withSchedules([{ schedule: 'visits' }], [recorded]));
    const visit = (id: string, kind: string, on: string, method?: string) => ({
      id,
      kind,
      on,
      source: 'example',
      ...(method === undefined ? {} : { values: { method } }),
    });
    const on = (events: readonly ReturnType<typeof visit>[], lastVisits = {}) => {
      const entity = { ...firm, events: [...firm.events, ...events], lastVisits };
      const receipt = assess(programme, entity, { asOf });
      return { tempo: receipt.tempos?.[0], receipt };
    };
    const ours = visit('v1', 'inspection', '2025-03-01', 'off-site');
    const theirs = visit('v2', 'inspection-elsewhere', '2025-10-01');
    expect(on([]).tempo).toMatchObject({ method: 'off-site', strata: ['young'] });
    expect(on([ours]).tempo).toMatchObject({ last: '2025-03-01', method: 'on-site' });
    expect(on([ours]).tempo).not.toHaveProperty('lastBy');
    const both = on([theirs, ours]);
    expect(both.tempo).toMatchObject({
      last: '2025-10-01',
      lastBy: 'sister-city',
      method: 'on-site',
      next: { due: '2026-04-01' },
    });
    const text = (lang: 'zh' | 'en') => explanationText(both.receipt, lang);
    expect(text('en')).toContain(
      'last visit 2025-10-01, counted by sister-city; may be made from 2025-10-02, due by 2026-04-01; it is the turn of on-site',
    );
    expect(text('en')).toContain('also in the random strata young');
    expect(text('zh')).toContain('依互认规则 sister-city');
    // A later visit of which only the day is known: whose turn it is, is not known.
    expect(on([ours], { fire: '2025-12-01' }).tempo).not.toHaveProperty('method');
  });

  it('leave the receipt as it was where there are none', () => {
    expect(assess(parseProgramme(exampleProgramme), firm, { asOf })).not.toHaveProperty('tempos');
  });

  it('stand in the receipt with their digests', () => {
    const { documents } = assess(parseProgramme(withSchedules([{ schedule: 'visits' }])), firm, {
      asOf,
    });
    expect(documents.map(({ role, id }) => [role, id])).toContainEqual(['schedule', 'visits']);
  });

  it.each([
    ['en', 'visits', {}],
    ['zh', 'visits', {}],
    ['en', 'calls', { lists: ['recognised'], lastVisits: {} }],
    ['zh', 'calls', { lists: ['recognised'], lastVisits: {} }],
    ['en', 'visits', { lastVisits: { fire: '2025-01-01' } }],
  ] as const)('are explained, in %s: %s %j', (lang, schedule, entity) => {
    const programme = parseProgramme(withSchedules([{ schedule }]));
    const lines = explanationText(assess(programme, { ...firm, ...entity }, { asOf }), lang).split(
      '\n',
    );
    const at = lines.findIndex(
      (line) => line.includes(`${schedule}@1, `) || line.includes(`${schedule}@1，`),
    );
    expect(lines.slice(at, at + 3).join('\n')).toMatchSnapshot();
  });
});

describe('a schedule that does not fit its programme', () => {
  const codesOf = (source: ProgrammeSource) =>
    safeParseProgramme(source).issues.map(({ code, path }) => `${code} ${path.join('.')}`);

  it('is found where the role names no schedule', () => {
    expect(codesOf(withSchedules([{ schedule: 'none' }], []))).toContain(
      'unknown-document roles.schedules.0.schedule',
    );
    expect(codesOf(withSchedules([{ schedule: 'example-credit' }], []))).toContain(
      'wrong-kind roles.schedules.0.schedule',
    );
  });

  it('is found where its letters are of another scale', () => {
    const other = { ...byRisk, scale: { ...byRisk.scale, id: 'food' } };
    const at = exampleProgramme.documents.length;
    expect(codesOf(withSchedules([{ schedule: 'visits' }], [other]))).toContain(
      `scales-differ documents.${at}.scale`,
    );
  });
});
