import type { InspectorsCode } from '../inspectors/codes.js';
import type { Texts } from './text.js';

export const inspectorsTexts = {
  'bad-team-size': {
    zh: '入企检查`{visit}`的检查组人数为`{given}`：应为不少于`{least}`的整数，请更正人数',
    en: 'the team of visit `{visit}` has size `{given}`; expected an integer of at least `{least}`: correct the size',
  },
  'bad-capacity': {
    zh: '执法检查人员`{inspector}`的可承担次数为`{given}`：应为不小于0的整数，请更正',
    en: 'the capacity of inspector `{inspector}` is `{given}`; expected an integer of at least 0: correct it',
  },
  'bad-carried': {
    zh: '执法检查人员`{inspector}`的往期已承担次数为`{given}`：应为不小于0的整数，请更正',
    en: 'inspector `{inspector}` carries `{given}` visits of earlier rounds; expected an integer of at least 0: correct it',
  },
  'repeated-visit': {
    zh: '入企检查`{id}`出现了两次：每次检查应只列一次，请删除重复项',
    en: 'the visit `{id}` is listed twice; expected once: remove the repetition',
  },
  'repeated-inspector': {
    zh: '执法检查人员`{id}`在名录库中出现了两次：每人应只列一次，请删除重复项',
    en: 'the inspector `{id}` is listed twice; expected once: remove the repetition',
  },
  'repeated-candidate': {
    zh: '入企检查`{visit}`的候选人员中`{id}`出现了两次：每人应只列一次，请删除重复项',
    en: 'the candidates of visit `{visit}` hold `{id}` twice; expected once: remove the repetition',
  },
  'unknown-candidate': {
    zh: '入企检查`{visit}`的候选人员`{id}`不在执法检查人员名单中：请补充该人员或将其从候选人员中删除',
    en: 'the candidate `{id}` of visit `{visit}` is no inspector of the list: add the inspector or remove the candidate',
  },
  'unknown-inspector': {
    zh: '缺席人员`{id}`不在执法检查人员名单中：请补充该人员或更正编号',
    en: 'the absent inspector `{id}` is not on the list: add the inspector or correct the id',
  },
  'unknown-visit': {
    zh: '入企检查`{id}`不在检查清单中：请补充该次检查或更正编号',
    en: 'the visit `{id}` is not on the list: add the visit or correct the id',
  },
  'bad-team': {
    zh: '入企检查`{visit}`的检查组与抽签结果不符：应有且仅有一个检查组，由其候选人员组成、人数无误且含组长人选；请按原公示结果填写',
    en: 'the team of visit `{visit}` is none that could be drawn; expected one team of its candidates, of its size and with a lead: give the teams as published',
  },
  'bad-period': {
    zh: '时段`{id}`为`{given}`：应为编号唯一、起止有序、互不重叠的时段，请更正',
    en: 'the period `{id}` is `{given}`; expected periods with ids of their own, in order and without a common day: correct it',
  },
  'repeated-team': {
    zh: '检查队伍`{id}`出现了两次：每支队伍应只列一次，请删除重复项',
    en: 'the team `{id}` is listed twice; expected once: remove the repetition',
  },
  'unknown-team': {
    zh: '入企检查`{id}`的检查队伍`{team}`不在名单中：请补充该队伍及其承检能力，或更正编号',
    en: 'the visit `{id}` is for team `{team}`, which is not listed: add the team with its capacity or correct the id',
  },
  'bad-team-capacity': {
    zh: '检查队伍`{team}`的承检能力为`{given}`：应为各时段不小于0的整数，请更正',
    en: 'the capacity of team `{team}` says `{given}`; expected integers of at least 0 by listed periods: correct it',
  },
} satisfies Texts<InspectorsCode>;
