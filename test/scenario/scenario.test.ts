import { digest } from 'evenhand/core';
import { openInspection, type VisitChecklist } from 'evenhand/inspection';
import {
  checkChecklist,
  evaluateScene,
  handbookOf,
  type JointChecklist,
  jointChecklist,
  jointVisit,
  parseChecklist,
  parseScene,
  parseStandard,
  type Scene,
  safeParseScene,
  safeParseStandard,
  scenarioJsonSchemas,
} from 'evenhand/scenario';
import {
  cateringEcology,
  cateringFire,
  cateringMarket,
  cateringScene,
  cateringUrban,
  exampleInspectionRules,
  exampleResults,
} from 'evenhand/schemes';
import { scenarioLaws } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const standards = [cateringMarket, cateringFire, cateringUrban, cateringEcology];
const on = '2026-03-02';
const made = (scene: Scene = cateringScene, given = standards, day = on) =>
  jointChecklist(scene, given, { on: day, version: '2026-1' });
function checklist(): JointChecklist {
  const answer = made();
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.checklist;
}

describe('the documents of a scene', () => {
  it('are sound as published', () => {
    expect(parseScene(cateringScene).lead).toBe('market');
    expect(standards.map((one) => parseStandard(one).items.length)).toEqual([7, 3, 3, 3]);
    for (const one of standards) expect(safeParseStandard(one).issues).toEqual([]);
    for (const schema of Object.values(scenarioJsonSchemas())) {
      expect(JSON.stringify(schema)).toContain('$schema');
    }
  });

  it('say what is wrong with them', () => {
    const codes = (value: unknown, parse: typeof safeParseScene | typeof safeParseStandard) =>
      parse(value).issues.map(({ code, path }) => `${code} ${path.join('.')}`);
    const { evaluation } = cateringScene;
    const { high, ...cells } = evaluation?.cells ?? {};
    const odd = {
      ...cateringScene,
      partners: ['fire', 'market'],
      checkedBy: [{ law: '消防法', authority: 'tax', cite: 'example' }],
      evaluation: { ...evaluation, cells: { ...cells, higher: { ...high, E: high?.['A'] } } },
    };
    expect(codes(odd, safeParseScene)).toEqual([
      'repeated-name partners.1',
      'authority-not-in-scene checkedBy.0.authority',
      'level-not-in-scene evaluation.cells.higher',
      'level-not-in-scene evaluation.cells.higher.E',
      'scene-cell-missing evaluation.cells.high.A',
      'scene-cell-missing evaluation.cells.high.B',
      'scene-cell-missing evaluation.cells.high.C',
      'scene-cell-missing evaluation.cells.high.D',
    ]);
    const [first, second] = cateringMarket.items;
    const twice = { ...cateringMarket, items: [first, { ...second, duties: first?.duties }] };
    expect(codes(twice, safeParseStandard)).toEqual(['duty-asked-twice items.1.duties.0']);
    expect(
      codes({ ...cateringMarket, items: [{ ...first, duties: [] }] }, safeParseStandard),
    ).toEqual(['bad-value items.0.duties']);
  });
});

describe('the joint checklist (一业一单)', () => {
  it('asks what four departments ask, each question once', () => {
    const { items } = checklist();
    expect(standards.flatMap((one) => one.items)).toHaveLength(16);
    expect(
      items.map(({ id, authorities, checkedBy, rank }) => [
        id,
        authorities.join('+'),
        checkedBy,
        rank,
      ]),
    ).toEqual([
      ['market/licence', 'market', 'market', 'key'],
      ['market/registration', 'market', 'market', 'general'],
      ['market/health', 'market', 'market', 'key'],
      ['market/purchases', 'market', 'market', 'key'],
      ['market/dishes', 'market', 'market', 'general'],
      ['market/leftovers', 'market', 'market', 'general'],
      ['market/gas-alarm', 'market+fire+urban', 'fire', 'key'],
      ['fire/exits', 'fire', 'fire', 'key'],
      ['fire/extinguishers', 'fire', 'fire', 'general'],
      ['urban/kitchen-waste', 'urban+ecology', 'urban', 'general'],
      ['urban/fumes', 'urban+ecology', 'urban', 'key'],
      ['ecology/noise', 'ecology', 'ecology', 'general'],
    ]);
    expect(items.find(({ id }) => id === 'market/gas-alarm')?.duties).toEqual([
      '安全生产法 第三十六条第四款',
      '消防法 第二十七条第二款',
      '城镇燃气管理条例 第二十八条',
    ]);
  });

  it('is a sound document of its own, whose citations lead somewhere', () => {
    const list = parseChecklist(JSON.parse(JSON.stringify(checklist())));
    expect(list).toEqual(checklist());
    expect([list.from, list.status, list.standards.length]).toEqual(['2026-01-01', 'example', 4]);
    const [line] = list.items;
    const spoilt = { ...list, items: [...list.items, { ...line, id: 'again' }] } as JointChecklist;
    expect(checkChecklist(spoilt).map(({ code }) => code)).toEqual(['duty-in-two-lines']);
    const lost = { ...list, items: [{ ...line, authorities: ['fire'] }] } as JointChecklist;
    expect(checkChecklist(lost).map(({ code }) => code)).toEqual(['line-not-of-sources']);
  });

  it.each([
    ['before it is in force', cateringScene, standards, '2025-12-31', 'not-in-force'],
    ['without a standard it names', cateringScene, standards.slice(1), on, 'standard-missing'],
    [
      'with two versions of one in force',
      cateringScene,
      [...standards, { ...cateringFire, version: '2027' }],
      on,
      'two-in-force',
    ],
    [
      'with a standard of an authority that takes no part',
      { ...cateringScene, partners: ['fire', 'urban'] },
      standards,
      on,
      'authority-not-in-scene',
    ],
    [
      'with one item twice',
      { ...cateringScene, standards: [...cateringScene.standards, 'more'] },
      [...standards, { ...cateringFire, id: 'more' }],
      on,
      'repeated-item',
    ],
  ])('is refused %s', (_, scene, given, day, code) => {
    const answer = made(scene, given, day);
    expect(answer.ok ? [] : answer.issues.map((one) => one.code)).toContain(code);
  });

  it('takes the version of the day', () => {
    const old = { ...cateringFire, to: '2026-06-30' };
    const next = { ...cateringFire, version: '2027', from: '2026-07-01' };
    const answer = made(cateringScene, [
      next,
      old,
      ...standards.filter((one) => one !== cateringFire),
    ]);
    expect(answer.ok && answer.checklist.to).toBe('2026-06-30');
    const given = [next, old, ...standards.filter((one) => one !== cateringFire)];
    const versions = ['2026-01-01', '2026-06-30', '2026-07-01'].map((day) => {
      const one = made(cateringScene, given, day);
      return one.ok ? one.checklist.standards[1]?.version : one.issues[0]?.code;
    });
    expect(versions).toEqual(['2026', '2026', '2027']);
  });

  for (const { name, property } of scenarioLaws()) {
    it(name, () => fc.assert(property as fc.IProperty<unknown>, { numRuns: 300 }));
  }

  it.each([
    ['that drops the last line', (all: JointChecklist['items']) => all.slice(0, -1)],
    [
      'that keeps the lead’s words alone',
      (all: JointChecklist['items']) =>
        all.map((one) => ({ ...one, sources: one.sources.slice(0, 1) })),
    ],
    [
      'that never joins',
      (all: JointChecklist['items']) =>
        all.flatMap((one) =>
          one.sources.map((source) => ({
            ...one,
            id: `${source.authority}/${source.item}`,
            authorities: [source.authority],
            checkedBy: source.authority,
            duties: [...new Set(source.duties.map(({ law, article }) => `${law} ${article}`))],
            methods: source.methods,
            rank: source.rank,
            sources: [source],
          })),
        ),
    ],
    [
      'that joins everything',
      ([first, ...rest]: JointChecklist['items']) => {
        if (first === undefined) return [];
        const all = [first, ...rest];
        const join = <T>(of: (one: (typeof all)[number]) => readonly T[]) => [
          ...new Set(all.flatMap(of)),
        ];
        return [
          {
            ...first,
            authorities: join((one) => one.authorities),
            duties: join((one) => one.duties),
            methods: join((one) => one.methods),
            sources: join((one) => one.sources),
            rank: all.some(({ rank }) => rank === 'key') ? ('key' as const) : ('general' as const),
          },
        ];
      },
    ],
    [
      'that is key nowhere',
      (all: JointChecklist['items']) => all.map((one) => ({ ...one, rank: 'general' as const })),
    ],
  ])('a platform %s is found out', (_, spoil) => {
    const [law] = scenarioLaws({
      merge: (scene, given) => {
        const answer = jointChecklist(scene, given, { on, version: '1' });
        if (!answer.ok) throw new Error();
        return { ...answer.checklist, items: spoil(answer.checklist.items) };
      },
    });
    expect(law && fc.check(law.property).failed).toBe(true);
  });
});

describe('the joint visit (一业一查)', () => {
  const team = {
    visit: 'E1/spot-check',
    lead: 'market',
    partners: ['fire', 'urban'],
    team: ['market', 'market', 'fire', 'urban'].map((authority, i) => ({
      officer: `${authority}-${i}`,
      authority,
    })),
  };
  const ordered = [
    { authority: 'urban', item: 'gas-device' },
    { authority: 'market', item: 'licence' },
    { authority: 'market', item: 'gas-alarm' },
    { authority: 'ecology', item: 'fumes-filter' },
  ];
  const visitOf = (given = ordered, who = team, day = on) =>
    jointVisit(checklist(), who, given, { on: day });

  it('asks each line once, in the order of the visit, by whoever is there', () => {
    const visit = visitOf();
    if (!visit.ok) throw new Error();
    expect(visit.work.map(({ item, checkedBy, officers }) => [item, checkedBy, officers])).toEqual([
      ['market/gas-alarm', 'fire', ['fire-2']],
      ['market/licence', 'market', ['market-0', 'market-1']],
      ['urban/fumes', 'urban', ['urban-3']],
    ]);
    expect(visit.checklist.visit).toBe('E1/spot-check');
    const without = visitOf(ordered, { ...team, team: team.team.slice(0, 2) });
    expect(
      without.ok ? [] : without.issues.map(({ code, params }) => [code, params['given']]),
    ).toEqual([['line-without-officer', 'urban/fumes']]);
  });

  it('is refused what is not on the list, and outside its days', () => {
    const odd = visitOf([...ordered, { authority: 'market', item: 'taste' }], team, '2025-12-31');
    expect(odd.ok ? [] : odd.issues.map(({ code }) => code)).toEqual([
      'checklist-not-in-force',
      'item-not-in-checklist',
    ]);
  });

  it('is made on the first and on the last day its list is in force', () => {
    const list = { ...checklist(), from: '2026-03-02', to: '2026-03-02' };
    const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
    expect(days.map((day) => jointVisit(list, team, ordered, { on: day }).ok)).toEqual([
      ...[false, true, false],
    ]);
  });

  it('gives the visit a checklist it opens with, frozen by its digest', () => {
    const visit = visitOf();
    if (!visit.ok) throw new Error();
    const frozen: VisitChecklist = visit.checklist;
    expect(visit.digest).toBe(digest(visit.checklist));
    const opening = {
      ...({ visit: team.visit, entity: 'E1', on, method: 'on-site', lead: team.lead } as const),
      ...{ partners: team.partners, team: team.team, checklistDigest: visit.digest },
    };
    const documents = { checklist: frozen, results: exampleResults, rules: exampleInspectionRules };
    expect(openInspection(opening, documents).ok).toBe(true);
    const [first, ...rest] = frozen.items;
    const touched = {
      ...frozen,
      items: [{ ...first, rank: 'general' }, ...rest],
    } as VisitChecklist;
    const refused = openInspection(opening, { ...documents, checklist: touched });
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['checklist-differs']);
  });
});

describe('the handbook (一业一册)', () => {
  it('puts the obligations of all departments into chapters, each once', () => {
    const answer = handbookOf(cateringScene, standards, { on });
    if (!answer.ok) throw new Error();
    const { chapters, unspoken, authorities } = answer.handbook;
    expect(chapters.map(({ id, entries }) => [id, entries.map((one) => one.id)])).toEqual([
      ['licences', ['market/licence', 'market/registration']],
      ['food', ['market/health', 'market/purchases', 'market/dishes', 'market/leftovers']],
      ['fire-safety', ['market/gas', 'fire/exits', 'fire/extinguishers']],
      ['environment', ['urban/kitchen-waste', 'urban/fumes', 'ecology/noise']],
    ]);
    const entries = chapters.flatMap((one) => one.entries);
    const gas = entries.find(({ id }) => id === 'market/gas');
    expect(gas?.texts.map((one) => one.authorities)).toEqual([['market'], ['fire']]);
    expect(gas?.questions.map(({ id }) => id)).toEqual(['market/gas-alarm']);
    // The same words of two departments stand once, with both.
    const fumes = entries.find(({ id }) => id === 'urban/fumes');
    expect(fumes?.texts.map((one) => one.authorities)).toEqual([['urban', 'ecology']]);
    expect(unspoken).toEqual(['城镇燃气管理条例 第二十八条']);
    expect(authorities.filter(({ isLead }) => isLead).map(({ name }) => name.zh)).toEqual([
      '市场监管部门',
    ]);
  });

  it('is refused a chapter it does not have', () => {
    const chapters = cateringScene.chapters.slice(1);
    const answer = handbookOf({ ...cateringScene, chapters }, standards, { on });
    expect(answer.ok ? [] : answer.issues.map(({ code }) => code)).toEqual([
      'unknown-chapter',
      'unknown-chapter',
    ]);
  });
});

describe('the evaluation (一业一评)', () => {
  const firm = (id: string, risk?: string, credit?: string, scale = 'example-credit') => ({
    id,
    credit: { scale, ...(credit === undefined ? {} : { level: credit }) },
    risk: { scale: 'example-risk', ...(risk === undefined ? {} : { level: risk }) },
  });

  it('counts the firms of every cell and gives each its measures', () => {
    const report = evaluateScene(cateringScene, [
      firm('b', 'high', 'C'),
      firm('a', 'low', 'A'),
      firm('c', 'low', 'A'),
      firm('new', 'low'),
      firm('x', 'low', 'A', 'tax-credit'),
      firm('y', 'low', 'E'),
      firm('a', 'low', 'A'),
    ]);
    expect(report.firms.map(({ id, measures }) => [id, measures.ratio, measures.items])).toEqual([
      ['a', '1%', 'key'],
      ['b', '100%', 'all'],
      ['c', '1%', 'key'],
    ]);
    expect(report.counts).toHaveLength(12);
    expect(report.counts.filter(({ firms }) => firms > 0)).toEqual([
      { risk: 'low', credit: 'A', firms: 2 },
      { risk: 'high', credit: 'C', firms: 1 },
    ]);
    expect(report.unrated).toEqual(['new']);
    expect(report.issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ['repeated-name', 'a'],
      ['scene-scale-differs', 'x'],
      ['level-not-in-scene', 'y'],
    ]);
    expect(report.total).toBe(7);
    expect(report.scene).toEqual({
      id: 'catering',
      version: '2026',
      digest: digest(cateringScene),
    });
  });

  it('is refused by a scene that says nothing of it', () => {
    const { evaluation: _, ...scene } = cateringScene;
    expect(evaluateScene(scene, []).issues.map(({ code }) => code)).toEqual([
      'scene-without-evaluation',
    ]);
  });
});
