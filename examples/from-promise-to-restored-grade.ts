// One firm, from its first promise to its restored grade: what was reported, what was wrong and put
// right, what is published until when, which list and measures follow, and how the firm comes back.
import {
  type CreditRecord,
  emptyRecord,
  joinEntries,
  ownView,
  projectRecord,
  publishedOn,
  recognise,
} from 'evenhand/credit';
import { listStandings, measuresOn } from 'evenhand/measures';
import {
  assess,
  type OnRecord,
  parseProgramme,
  publicAnswer,
  recordEffects,
  reopenedAnswers,
  repairPath,
} from 'evenhand/programme';
import {
  beijingInTianjin,
  exampleLists,
  exampleMeasures,
  exampleProgramme,
  examplePublication,
  exampleRecordRules,
} from 'evenhand/schemes';
import { describe, publicityText, recordText, repairPathText } from 'evenhand/texts';

const both = (zh: string, en: string): void => console.log(`${zh}\n${en}\n`);
const programme = parseProgramme(exampleProgramme);
const rules = exampleRecordRules;
const publication = [examplePublication];
const entity = { id: '示例企业00017', facts: { industry: '6210' } };

// Reports as departments send them, each with its number, the day it happened and the day it was known.
const base = { entity: entity.id, jurisdiction: '110000', basis: ['示例依据'] };
const by = (department: string, reference: string) => ({
  ...base,
  source: { department, reference },
});
const promise = by('market', '示例承诺〔2025〕17号');
const fine = by('market', '示例市监罚〔2025〕17号');
const reports = [
  { ...promise, id: 'r1', kind: 'commitment-made', on: '2025-01-10', knownOn: '2025-01-10' },
  { ...promise, id: 'r2', kind: 'commitment-broken', on: '2025-08-31', knownOn: '2025-09-05' },
  {
    ...by('culture', '示例表彰〔2025〕2号'),
    id: 'r7',
    kind: 'award',
    on: '2025-05-01',
    knownOn: '2025-05-06',
  },
  // The platform heard of the fine first, and wrote it down as a serious one.
  {
    ...by('platform', fine.source.reference),
    id: 'r3',
    kind: 'penalty',
    severity: 'serious',
    decidedBy: 'market',
    on: '2025-11-30',
    knownOn: '2025-12-02',
  },
  {
    ...fine,
    id: 'r4',
    kind: 'penalty',
    severity: 'general',
    on: '2025-11-30',
    knownOn: '2025-12-20',
  },
  {
    ...by('market', '示例列异〔2025〕3号'),
    id: 'r5',
    kind: 'list-entry',
    list: 'abnormal-operations',
    on: '2025-12-10',
    knownOn: '2025-12-10',
  },
  // Nobody answers for this one.
  {
    ...base,
    id: 'r6',
    kind: 'penalty',
    severity: 'serious',
    on: '2025-12-11',
    knownOn: '2025-12-11',
  },
];
const taken = joinEntries(emptyRecord(entity.id), reports);
const on = (record: CreditRecord): OnRecord => ({ entity, record, rules, publication });
const gradeOn = (record: CreditRecord, asOf: string, known = asOf) => {
  const { view, events, lists } = projectRecord(record, { asOf, known, rules, publication });
  return { view, receipt: assess(programme, { ...entity, events, lists }, { asOf }) };
};

both('一、归集', '1. Reports make a record');
both(
  `并入 ${taken.added} 条；搁置：${taken.issues.map((issue) => describe(issue, 'zh')).join()}`,
  `${taken.added} taken in; set aside: ${taken.issues.map((issue) => describe(issue, 'en')).join()}`,
);
const view = ownView(taken.record, '2026-01-15', { rules, publication });
both(recordText(view, 'zh'), recordText(view, 'en'));

both('二、两个日期', '2. Two days');
const answers = [
  { asOf: '2025-08-30', known: '2025-08-30' },
  { asOf: '2025-12-09', known: '2025-12-09' },
  { asOf: '2026-01-15', known: '2026-01-15' },
];
for (const { asOf, given, corrected, isChanged } of reopenedAnswers(
  programme,
  on(taken.record),
  answers,
  { known: '2026-01-15' },
)) {
  both(
    `${asOf} 当时为 ${given.grade}（${given.score} 分），以现在所知应为 ${corrected.grade}（${corrected.score} 分）${isChanged ? '，须更正' : ''}`,
    `${asOf}: ${given.grade} (${given.score}) as given, ${corrected.grade} (${corrected.score}) by what is known now${isChanged ? '; it is corrected' : ''}`,
  );
}

both('三、名单与措施', '3. Lists and measures');
const before = gradeOn(taken.record, '2026-01-15');
const subject = {
  facts: {
    ...entity.facts,
    creditGrade: before.receipt.credit.grade,
    riskLevel: 'low',
    hazardous: false,
  },
  lists: [],
  events:
    before.view.matters.length === 0
      ? []
      : projectRecord(taken.record, { asOf: '2026-01-15', rules, publication }).events,
};
const [abnormal] = listStandings(exampleLists, subject, '2026-01-15');
both(
  `${abnormal?.list}：自 ${abnormal?.since}；到 ${abnormal?.escalates?.on} 仍未履行的列入 ${abnormal?.escalates?.to}`,
  `${abnormal?.list}: since ${abnormal?.since}; without the duty done by then ${abnormal?.escalates?.to} from ${abnormal?.escalates?.on}`,
);
const grounds = {
  scale: 'example-credit',
  grade: before.receipt.credit.grade,
  since: '2025-12-10',
  lists: [{ list: 'abnormal-operations', since: '2025-12-10' }],
};
for (const { measure, owner, partners, grounds: why } of measuresOn(
  exampleMeasures,
  grounds,
  '2026-01-15',
)) {
  both(
    `措施 ${measure}：${[owner, ...partners].join('、')} 联合实施一次，依据 ${why.join('、')}`,
    `measure ${measure}: once, by ${[owner, ...partners].join(', ')} together, because of ${why.join(', ')}`,
  );
}

both('四、修复路径', '4. The way back');
const path = repairPath(programme, on(taken.record), { target: 'A', asOf: '2026-01-15' });
both(repairPathText(path, 'zh'), repairPathText(path, 'en'));

both('五、修复', '5. Repair');
const of = (id: string, refers: string, day: string, more: object) => ({
  ...fine,
  id,
  refers,
  on: day,
  knownOn: day,
  ...more,
});
const early = joinEntries(taken.record, [
  of('s1', 'r4', '2026-01-20', { kind: 'deed', deed: 'duty-done' }),
  of('s2', 'r4', '2026-01-20', { kind: 'deed', deed: 'pledge' }),
  of('s3', 'r4', '2026-02-27', { kind: 'repair' }),
]).record;
const refused = projectRecord(early, { asOf: '2026-02-27', rules, publication }).view.issues;
both(
  refused.map((issue) => describe(issue, 'zh')).join('\n'),
  refused.map((issue) => describe(issue, 'en')).join('\n'),
);
const repaired = joinEntries(early, [
  of('s4', 'r4', '2026-02-28', { kind: 'repair' }),
  of('s5', 'r5', '2026-01-20', { kind: 'deed', deed: 'duty-done' }),
  of('s6', 'r5', '2026-01-20', { kind: 'repair' }),
  of('s7', 'r2', '2026-01-20', { kind: 'deed', deed: 'pledge' }),
  of('s8', 'r2', '2026-01-20', { kind: 'repair' }),
]).record;
const effects = recordEffects(programme, on(taken.record), repaired, {
  asOf: '2026-02-28',
  readers: ['tax', 'fire'],
});
both(
  `${effects.before.grade}（${effects.before.score} 分）→ ${effects.after.grade}（${effects.after.score} 分）；移出 ${effects.left.join('、')}；同步告知 ${effects.tell.join('、')}`,
  `${effects.before.grade} (${effects.before.score}) → ${effects.after.grade} (${effects.after.score}); off ${effects.left.join(', ')}; told at once: ${effects.tell.join(', ')}`,
);
for (const one of publishedOn(repaired, '2026-02-28', { publication, rules })) {
  both(`${one.matter}：${publicityText(one, 'zh')}`, `${one.matter}: ${publicityText(one, 'en')}`);
}

both('六、外人所见与异地互认', '6. What an outsider sees, and what another city makes of it');
const after = gradeOn(repaired, '2026-02-28');
const seen = publicAnswer(after.receipt, after.view, publication);
both(
  `等级 ${seen.grade}；可见理由 ${seen.reasons.length} 条，未公开 ${seen.withheld} 条，不含分值`,
  `grade ${seen.grade}; ${seen.reasons.length} reasons to be seen, ${seen.withheld} withheld, without points`,
);
const grade = { jurisdiction: '110000', scale: 'beijing-credit', level: 'A-', asOf: '2026-02-20' };
const there = recognise(
  [beijingInTianjin],
  grade,
  { jurisdiction: '120000', scale: 'tianjin-credit' },
  '2026-02-28',
);
both(
  `北京 A- 在天津认作 ${there.level}；${there.lost[0]?.zh}`,
  `A- of Beijing is taken for ${there.level} in Tianjin; ${there.lost[0]?.en}`,
);
