import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

/** The compliance band of an environmental permit in England, by the breaches of the year before. */
export const ukPermitCompliance = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'uk-permit-compliance',
  version: '2018',
  title: { zh: '英国环境许可合规等级', en: 'Environment Agency compliance classification' },
  from: '2018-01-01',
  status: 'draft',
  citations: [
    {
      id: 'points',
      title: 'Compliance Classification Scheme: 60, 31, 4 and 0.1 points',
      issuer: 'Environment Agency',
      confidence: 'verified',
      note: 'The year of its first day in force is remembered.',
    },
    {
      id: 'principles',
      title: 'Compliance Classification Scheme: six principles',
      issuer: 'Environment Agency',
      confidence: 'verified',
      note: 'Consolidation of breaches of one condition, suspension for an agreed improvement up to six months. What makes breaches one is read as: the same condition at the same assessment.',
    },
    {
      id: 'bands',
      title: 'Compliance bands A to F',
      issuer: 'Environment Agency',
      confidence: 'recalled',
      note: 'A 0; B 0.1 to 10; C 10.1 to 30; D 30.1 to 60; E 60.1 to 149.9; F from 150.',
    },
    {
      id: 'assurance',
      title: 'Intensive farming in the assurance scheme',
      issuer: 'Environment Agency',
      confidence: 'verified',
    },
  ],
  untranslated: [
    'The category of a breach is judged by its reasonably foreseeable impact; the document takes it as the kind of event.',
    'The operator may challenge a report within 28 days.',
    'A suspension holds on the day of the answer, not on the day of the breach.',
  ],
  scale: {
    id: 'uk-permit-compliance',
    levels: ['A', 'B', 'C', 'D', 'E', 'F'],
    worse: 'last',
  },
  places: 1,
  direction: 'more-is-worse',
  inputs: {},
  statuses: [
    {
      id: 'exempt',
      title: { zh: '豁免', en: 'Exempt' },
      when: { field: 'list', eq: 'assurance-scheme' },
      cite: 'assurance',
    },
  ],
  terms: [
    {
      kind: 'events',
      id: 'breaches',
      title: { zh: '违反许可条件', en: 'Breaches of permit conditions' },
      effects: [
        { event: 'breach-category-1', points: '60' },
        { event: 'breach-category-2', points: '31' },
        { event: 'breach-category-3', points: '4' },
        { event: 'breach-category-4', points: '0.1' },
      ],
      window: { year: -1 },
      consolidate: { by: ['condition', 'assessment'], keep: 'max' },
      suspend: { event: 'improvement-agreed', same: 'condition', atMost: { months: 6 } },
      cite: 'points',
    },
  ],
  bands: [
    { level: 'A', cite: 'bands' },
    { from: '0.1', level: 'B', cite: 'bands' },
    { from: '10.1', level: 'C', cite: 'bands' },
    { from: '30.1', level: 'D', cite: 'bands' },
    { from: '60.1', level: 'E', cite: 'bands' },
    { from: '150', level: 'F', cite: 'bands' },
  ],
});

/** What a compliance band does to the charge of the year after. */
export const ukPermitCharge = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'uk-permit-charge',
  version: '2018',
  title: { zh: '英国环境许可年费系数', en: 'Environment Agency: charge by compliance band' },
  from: '2018-01-01',
  status: 'draft',
  citations: [
    {
      id: 'verified',
      title: 'Subsistence charge by band: A 95 %, D 125 %, F 300 %',
      issuer: 'Environment Agency',
      confidence: 'verified',
    },
    {
      id: 'recalled',
      title: 'Subsistence charge by band: B 100 %, C 110 %, E 150 %',
      issuer: 'Environment Agency',
      confidence: 'recalled',
    },
  ],
  untranslated: ['The subsistence charge itself.'],
  scale: ukPermitCompliance.scale,
  levels: {
    A: { effects: { charge: '0.95' }, cite: 'verified' },
    B: { effects: { charge: '1' }, cite: 'recalled' },
    C: { effects: { charge: '1.1' }, cite: 'recalled' },
    D: { effects: { charge: '1.25' }, cite: 'verified' },
    E: { effects: { charge: '1.5' }, cite: 'recalled' },
    F: { effects: { charge: '3' }, cite: 'verified' },
  },
});
