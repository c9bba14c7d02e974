import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

/** Russia, severity A to G by likelihood 1 to 4: four categories of risk. */
export const russiaRisk4x4 = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'ru-risk-4x4',
  version: '2013',
  title: { zh: '俄罗斯 4×4 风险矩阵', en: 'Russia: severity by likelihood, 4 × 4' },
  from: '2013-01-01',
  status: 'draft',
  citations: [
    {
      id: 'matrix',
      title: 'Категории риска: тяжесть А–Г, вероятность 1–4',
      link: 'https://docs.cntd.ru/document/499008184',
      confidence: 'verified',
      note: 'high A1 B1; significant A2 B2 V1 V2; medium A3 A4 B3 V3 G1 G2; low B4 V4 G3 G4, with V for В and G for Г. The first day in force is not known; the first day of a year stands here.',
    },
  ],
  untranslated: ['How severity and likelihood are found for an activity.'],
  scale: { id: 'ru-risk-4x4', levels: ['low', 'medium', 'significant', 'high'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    severity: { type: 'category', values: ['A', 'B', 'V', 'G'] },
    likelihood: { type: 'integer', values: [1, 2, 3, 4] },
  },
  values: [
    {
      kind: 'table',
      id: 'category',
      axes: [{ input: 'severity' }, { input: 'likelihood' }],
      gives: 'text',
      table: {
        A: { 1: 'high', 2: 'significant', 3: 'medium', 4: 'medium' },
        B: { 1: 'high', 2: 'significant', 3: 'medium', 4: 'low' },
        V: { 1: 'significant', 2: 'significant', 3: 'medium', 4: 'low' },
        G: { 1: 'medium', 2: 'medium', 3: 'low', 4: 'low' },
      },
      missing: 'refuse',
      cite: 'matrix',
    },
  ],
  terms: [],
  levelFrom: 'category',
});

/** Russia, severity A to V by likelihood 1 to 3: three categories of risk. */
export const russiaRisk3x3 = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'ru-risk-3x3',
  version: '2021',
  title: { zh: '俄罗斯 3×3 风险矩阵', en: 'Russia: severity by likelihood, 3 × 3' },
  from: '2021-01-01',
  status: 'draft',
  citations: [
    {
      id: 'matrix',
      title: 'Камчатский край № 96-П; Положение о музейном фонде',
      confidence: 'verified',
      note: 'high A1 B1; medium A2 B2 V1 V2; low A3 B3 V3. The first day in force is not known; the first day of a year stands here.',
    },
  ],
  untranslated: ['How severity and likelihood are found for an activity.'],
  scale: { id: 'ru-risk-3x3', levels: ['low', 'medium', 'high'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    severity: { type: 'category', values: ['A', 'B', 'V'] },
    likelihood: { type: 'integer', values: [1, 2, 3] },
  },
  values: [
    {
      kind: 'table',
      id: 'category',
      axes: [{ input: 'severity' }, { input: 'likelihood' }],
      gives: 'text',
      table: {
        A: { 1: 'high', 2: 'medium', 3: 'low' },
        B: { 1: 'high', 2: 'medium', 3: 'low' },
        V: { 1: 'medium', 2: 'medium', 3: 'low' },
      },
      missing: 'refuse',
      cite: 'matrix',
    },
  ],
  terms: [],
  levelFrom: 'category',
});

/** Russia, points of a set of criteria: medium from 15, moderate from 10, else low. */
export const russiaPoints = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'ru-points',
  version: '2018',
  title: { zh: '俄罗斯按分定级', en: 'Russia: category by points' },
  from: '2018-01-01',
  status: 'draft',
  citations: [
    {
      id: 'points',
      title: 'Критерии отнесения к категориям риска, сумма баллов',
      link: 'https://docs.cntd.ru/document/550258699',
      confidence: 'verified',
      note: 'The first day in force is not known; the first day of a year stands here.',
    },
  ],
  untranslated: ['The criteria and their points: the document takes the sum as a number.'],
  scale: { id: 'ru-points', levels: ['low', 'moderate', 'medium'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: { points: { type: 'integer', min: 0 } },
  terms: [{ kind: 'number', id: 'points', input: 'points', missing: 'refuse', cite: 'points' }],
  bands: [
    { level: 'low', cite: 'points' },
    { from: 10, level: 'moderate', cite: 'points' },
    { from: 15, level: 'medium', cite: 'points' },
  ],
});

/** The most planned checks by category of points. */
export const russiaPointsTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'ru-points-tempo',
  version: '2018',
  title: { zh: '俄罗斯按分计划检查上限', en: 'Russia: planned checks by points' },
  from: '2018-01-01',
  status: 'draft',
  citations: russiaPoints.citations,
  untranslated: ['Only planned checks are limited.'],
  scale: russiaPoints.scale,
  levels: {
    low: { cap: { visits: 0, per: { years: 1 } }, cite: 'points' },
    moderate: { cap: { visits: 1, per: { years: 1 } }, cite: 'points' },
    medium: { cap: { visits: 1, per: { years: 1 } }, cite: 'points' },
  },
});
