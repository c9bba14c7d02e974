import type { ResultCode, ResultList, ResultSort } from '../inspection/resultList.js';

const cite = 'platform';

/**
 * The results a provincial platform of random checks lets an officer enter, several at once, and how
 * it lets him go on.
 */
export const zhejiangResults: ResultList = {
  schema: 'evenhand/result-list/1',
  kind: 'result-list',
  id: 'zhejiang-results',
  version: '2017',
  title: {
    zh: '浙江省“双随机”平台抽查结果',
    en: 'Results of a provincial platform of random checks',
  },
  from: '2017-01-01',
  status: 'draft',
  citations: [
    {
      id: 'platform',
      title: '浙江省“双随机、一公开”监管平台,抽查结果选项',
      article: 'scNewResultList',
      confidence: 'verified',
      note: 'Read in a public source file of the platform of about 2017; other provinces give other numbers to the same words. The first day in force is a guess. Whether a result is clean, a problem or out of reach is our reading.',
    },
    {
      id: 'measures',
      title: '浙江省“双随机、一公开”监管平台,后续处理选项',
      confidence: 'verified',
      note: 'The six ways to go on, several at once; the codes are ours.',
    },
  ],
  untranslated: ['Terms of correction and re-checks: the platform leaves them to each authority.'],
  results: [
    result('1', 'clean', '未发现问题', 'nothing wrong found'),
    result('3', 'problem', '违反食品药品管理相关规定', 'rules of food and drugs broken'),
    result('4', 'problem', '违反质量技术监督相关规定', 'rules of quality and technology broken'),
    result('5', 'problem', '违反其他部门相关规定', 'rules of other departments broken'),
    result(
      '6',
      'unreached',
      '通过登记的住所（经营场所）无法联系',
      'not to be found at the registered address',
    ),
    result('7', 'unreached', '已关闭停业或正在组织清算', 'closed, or being wound up'),
    result('8', 'unreached', '不配合检查情节严重', 'serious refusal to co-operate'),
    result('9', 'unreached', '注销', 'deregistered'),
    result('10', 'unreached', '被吊销', 'licence revoked'),
    result('11', 'unreached', '被撤销', 'registration annulled'),
    result('12', 'unreached', '迁出', 'moved away'),
    result('A', 'problem', '发现问题待后续处理', 'problems found, to be followed up'),
    result('B', 'problem', '未按规定公示应当公示的信息', 'information not published as required'),
    result(
      'C',
      'problem',
      '公示信息隐瞒真实情况弄虚作假',
      'published information hides or falsifies',
    ),
    result('D', 'problem', '违反其他工商行政管理规定行为', 'other rules of commerce broken'),
    result('E', 'problem', '发现问题经责令已改正', 'problems found, put right as ordered'),
    result(
      'F',
      'unreached',
      '未发现开展本次抽查涉及的经营活动',
      'no business of the kind that is checked',
    ),
    result('G', 'problem', '违反公安部门相关规定', 'rules of public security broken'),
  ],
  followUps: [
    measure('none', '无需后续处理', 'no follow-up needed'),
    measure('daily', '终止并转日常监管', 'stop and hand back to daily supervision'),
    measure('correct', '责令改正', 'order to correct'),
    measure('transfer', '移送案件线索', 'transfer of a case clue'),
    measure('copy', '抄告其他部门', 'copy to another department'),
    measure('other', '其他', 'other'),
  ],
};

function result(code: string, sort: ResultSort, zh: string, en: string): ResultCode {
  return { code, title: { zh, en }, sort, cite };
}

function measure(code: string, zh: string, en: string) {
  return { code, title: { zh, en }, cite: 'measures' };
}
