import type { SystemDuties } from '../inspection/chain/duties.js';

/**
 * The three systems of administrative enforcement (行政执法公示、执法全过程记录、重大执法决定法制审核) as
 * duties on a record: what a visit, a decision or a coercive measure has to bring with it.
 */
export const chinaThreeSystems: SystemDuties = {
  schema: 'evenhand/system-duties/1',
  kind: 'system-duties',
  id: 'china-three-systems',
  version: '2018',
  title: { zh: '行政执法三项制度', en: 'The three systems of administrative enforcement' },
  from: '2018-12-05',
  status: 'draft',
  citations: [
    {
      id: 'opinion-publicity',
      title: '关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
      issuer: '国务院办公厅',
      article: '国办发〔2018〕118号,二、全面推行行政执法公示制度',
      published: '2018-12-05',
      confidence: 'recalled',
      note: 'Results within 20 working days, penalties and licences within 7; officers show who they are.',
    },
    {
      id: 'opinion-record',
      title: '关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
      issuer: '国务院办公厅',
      article: '国办发〔2018〕118号,三、全面推行执法全过程记录制度',
      published: '2018-12-05',
      confidence: 'recalled',
      note: 'Text, sound and pictures; seizure and demolition are recorded from beginning to end.',
    },
    {
      id: 'opinion-review',
      title: '关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
      issuer: '国务院办公厅',
      article: '国办发〔2018〕118号,四、全面推行重大执法决定法制审核制度',
      published: '2018-12-05',
      confidence: 'recalled',
      note: 'No decision of great weight before its review; reviewers take no part in the case.',
    },
    {
      id: 'plan',
      title: '北京市“十四五”时期优化营商环境规划',
      article: '京政发〔2021〕24号,加强监管规范化建设',
      published: '2021-08-20',
      confidence: 'verified',
      note: '实现行政执法信息及时准确公示、行政执法全过程留痕和可回溯管理、重大行政执法决定法制审核全覆盖。',
    },
  ],
  untranslated: [
    '事前公开 (who enforces, on what basis, by which procedure): a list of the authority, not an entry of a case.',
    'Which decisions are of great weight: each authority’s own list; entries say so in `major`.',
    'What laws and regulations provide otherwise on publication.',
  ],
  duties: [
    {
      id: 'show-who-you-are',
      system: 'publicity',
      title: { zh: '事中公示:主动表明身份', en: 'officers show who they are' },
      when: { kinds: ['start'] },
      needs: { place: 'itself', kinds: ['start'], where: { scan: true } },
      cite: 'opinion-publicity',
    },
    {
      id: 'publish-result',
      system: 'publicity',
      title: { zh: '事后公开:检查结果', en: 'the result of a check is published' },
      when: { kinds: ['formed'] },
      needs: { place: 'after', kinds: ['publish'], within: { workingDays: 20 } },
      cite: 'opinion-publicity',
    },
    {
      id: 'publish-decision',
      system: 'publicity',
      title: { zh: '事后公开:行政许可、行政处罚决定', en: 'penalties and licences are published' },
      when: { kinds: ['decide'], where: { type: ['penalty', 'licence'] } },
      needs: { place: 'after', kinds: ['publish'], within: { workingDays: 7 } },
      cite: 'opinion-publicity',
    },
    {
      id: 'traced-back',
      system: 'record',
      title: { zh: '全过程留痕:结论前有检查记录', en: 'a conclusion has its check on record' },
      when: { kinds: ['conclude'] },
      needs: { place: 'before', kinds: ['start'] },
      cite: 'plan',
    },
    {
      id: 'evidence-kept',
      system: 'record',
      title: { zh: '问题附有文字或音像证据', en: 'a fault has its evidence' },
      when: { kinds: ['answer'], where: { outcome: ['not-met'] } },
      needs: { place: 'itself', kinds: ['answer'], where: { 'evidence.digest': true } },
      cite: 'opinion-record',
    },
    {
      id: 'filmed',
      system: 'record',
      title: { zh: '查封扣押、强制拆除全程音像记录', en: 'seizure and demolition are filmed' },
      when: { kinds: ['enforce'], where: { means: ['sealing', 'seizure', 'demolition'] } },
      needs: { place: 'itself', kinds: ['enforce'], where: { 'evidence.kind': ['video'] } },
      cite: 'opinion-record',
    },
    {
      id: 'review-before-decision',
      system: 'review',
      title: {
        zh: '重大执法决定作出前法制审核',
        en: 'a decision of great weight is reviewed first',
      },
      when: { kinds: ['decide'], where: { major: [true] } },
      needs: {
        place: 'before',
        kinds: ['review'],
        where: { outcome: ['agreed'] },
        apart: ['start', 'answer', 'decide'],
      },
      cite: 'opinion-review',
    },
    {
      id: 'review-of-visit',
      system: 'review',
      title: {
        zh: '重大检查结论、后续处理法制审核',
        en: 'weighty results and orders are reviewed',
      },
      when: { kinds: ['conclude', 'order'], where: { major: [true] } },
      needs: { place: 'after', kinds: ['review'], apart: ['start', 'answer'] },
      cite: 'opinion-review',
    },
  ],
};
