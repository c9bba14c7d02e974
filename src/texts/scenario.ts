import type { ScenarioCode } from '../scenario/codes.js';
import type { Texts } from './text.js';

export const scenarioTexts = {
  'duty-asked-twice': {
    zh: '事项 `{item}` 与 `{other}` 依据同一条 `{given}`，将合并为一个问题；如为不同问题，请写明各自的款、项',
    en: 'items `{item}` and `{other}` rest on the same `{given}` and will be one question; name the paragraph and point of each if they are two',
  },
  'authority-not-in-scene': {
    zh: '部门 `{given}` 不在本场景之中（牵头和配合部门：{expected}）',
    en: 'authority `{given}` takes no part in the scene (lead and partners: {expected})',
  },
  'standard-missing': {
    zh: '没有提供监管标准 `{given}`；请补充该文件',
    en: 'standard `{given}` is not given; add the document',
  },
  'repeated-item': {
    zh: '`{given}` 在标准 `{standard}` 和 `{other}` 中重复；同一部门的事项标识不得重复',
    en: '`{given}` stands in standards `{standard}` and `{other}`; an authority names each item once',
  },
  'unknown-chapter': {
    zh: '手册没有章节 `{given}`（已有：{expected}）',
    en: 'the handbook has no chapter `{given}` (known: {expected})',
  },
  'scene-cell-missing': {
    zh: '风险 `{given}`、信用 `{grade}` 没有写明监管措施',
    en: 'risk `{given}` with credit `{grade}` has no measures; every pair has its own',
  },
  'level-not-in-scene': {
    zh: '等级 `{given}` 不在本场景的等级体系中（{expected}）',
    en: 'the scene’s scale has no level `{given}` ({expected})',
  },
  'duty-in-two-lines': {
    zh: '义务 `{given}` 同时出现在 `{item}` 和 `{other}`；同一问题只问一次',
    en: 'duty `{given}` stands in lines `{item}` and `{other}`; nobody is asked twice',
  },
  'line-not-of-sources': {
    zh: '检查单 `{given}` 的部门或义务与其来源不一致',
    en: 'the authorities or duties of line `{given}` are not those of its sources',
  },
  'checklist-not-in-force': {
    zh: '检查单 `{given}` 在 `{day}` 未生效（有效期：{expected}）；请使用当日有效的版本',
    en: 'checklist `{given}` is not in force on `{day}` (in force: {expected}); use the version of that day',
  },
  'item-not-in-checklist': {
    zh: '事项 `{given}` 不在联合检查单 `{checklist}` 中；检查单之外不得检查',
    en: 'item `{given}` is not in joint checklist `{checklist}`; what is not on it may not be asked',
  },
  'line-without-officer': {
    zh: '检查单 `{given}` 没有其所属部门（{expected}）的人员到场',
    en: 'no authority of line `{given}` sends an officer ({expected})',
  },
  'scene-without-evaluation': {
    zh: '场景 `{given}` 没有写明评价办法',
    en: 'scene `{given}` says nothing of evaluation',
  },
  'scene-scale-differs': {
    zh: '`{firm}` 的等级属于 `{given}`，本场景使用 `{expected}`；不同等级体系不能直接比较',
    en: 'the level of `{firm}` is of scale `{given}`; the scene goes by `{expected}`, and letters of two scales are never compared',
  },
} satisfies Texts<ScenarioCode>;
