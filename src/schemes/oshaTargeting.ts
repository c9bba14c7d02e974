import { defineSchedule } from '../matrix/schedule.js';
import type { Condition } from '../register/condition.js';
import { defineScheme } from '../scoring/scheme.js';

/** Establishments of a sector with one of two injury rates at or above its mark. */
const injured = (sector: string, dart: number, away: number): Condition => ({
  all: [
    { field: 'sector', eq: sector },
    {
      any: [
        { field: 'dart', gte: dart },
        { field: 'daysAway', gte: away },
      ],
    },
  ],
});

const rate = { type: 'decimal', places: 2, min: 0, max: 1000 } as const;

const scale = {
  id: 'us-osha-site-specific-targeting',
  levels: ['not-listed', 'primary'],
  worse: 'last',
} as const;

/** Which workplaces OSHA's targeting of 2011 put on its primary list, by their injury rates. */
export const oshaTargeting2011 = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'us-osha-site-specific-targeting',
  version: '2011',
  title: { zh: '美国 OSHA 定点检查 2011', en: 'OSHA Site-Specific Targeting 2011' },
  from: '2011-01-01',
  to: '2011-12-31',
  status: 'draft',
  citations: [
    {
      id: 'primary-list',
      title: 'Site-Specific Targeting 2011 (SST-11)',
      issuer: 'Occupational Safety and Health Administration',
      confidence: 'verified',
      note: 'DART from 7.0 or DAFWII from 5.0 in manufacturing, 15.0 or 14.0 elsewhere, 16.0 or 13.0 in nursing. Of its days in force only the year is certain.',
    },
    {
      id: 'non-responders',
      title: 'Site-Specific Targeting: establishments that did not answer',
      issuer: 'Occupational Safety and Health Administration',
      confidence: 'verified',
    },
  ],
  untranslated: [
    'The list in random order; a cycle begun is finished before another list is used.',
    'Later programmes: an upward trend over three years, twenty employees or more.',
  ],
  scale,
  places: 0,
  direction: 'more-is-worse',
  inputs: {
    sector: { type: 'category', values: ['manufacturing', 'other', 'nursing'] },
    responded: { type: 'boolean' },
    /** Days away, restricted or transferred, cases for 100 full-time workers. */
    dart: rate,
    /** Days away from work, cases for 100 full-time workers. */
    daysAway: rate,
  },
  statuses: [
    {
      id: 'non-responder',
      title: { zh: '未报数据', en: 'Did not answer the survey' },
      when: { field: 'responded', eq: false },
      cite: 'non-responders',
    },
  ],
  terms: [],
  gates: [
    {
      level: 'primary',
      any: [injured('manufacturing', 7, 5), injured('other', 15, 14), injured('nursing', 16, 13)],
      cite: 'primary-list',
    },
    { level: 'not-listed', cite: 'primary-list' },
  ],
});

/**
 * Who is drawn beside the primary list: a random sample of those who did not answer, and one of those
 * with low rates, to test what was reported. How large they are was not read: 1 % stands for it.
 */
export const oshaTargetingStrata = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'us-osha-site-specific-targeting-strata',
  version: '2011',
  title: {
    zh: '美国 OSHA 定点检查:名单与随机层',
    en: 'OSHA Site-Specific Targeting: the list and its random samples',
  },
  from: '2011-01-01',
  to: '2011-12-31',
  status: 'draft',
  citations: [
    {
      id: 'list',
      title: 'Site-Specific Targeting',
      issuer: 'Occupational Safety and Health Administration',
      confidence: 'verified',
    },
    {
      id: 'samples',
      title: 'Site-Specific Targeting: random samples of non-responders and of low-rate sites',
      issuer: 'Occupational Safety and Health Administration',
      confidence: 'example',
      note: 'That both samples are drawn is verified, for a later programme of the same name; their size was not read, and 1 % is made up.',
    },
  ],
  untranslated: [
    'The list in random order; a cycle begun is finished before another list is used.',
    'How many are drawn of either sample.',
  ],
  scale,
  levels: {
    'not-listed': { cite: 'list' },
    primary: { ratio: '100%', cite: 'list' },
  },
  strata: [
    {
      id: 'non-responders',
      title: { zh: '未报数据者', en: 'Those who did not answer' },
      statuses: ['non-responder'],
      ratio: '1%',
      rule: 'at-least',
      cite: 'samples',
    },
    {
      id: 'low-rates',
      title: { zh: '低比率者', en: 'Those with low rates, to test the data' },
      levels: ['not-listed'],
      ratio: '1%',
      rule: 'at-least',
      cite: 'samples',
    },
  ],
});
