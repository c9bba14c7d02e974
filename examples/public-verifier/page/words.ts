import type { PlaceChange } from 'evenhand/notice';
import { identifierFaultText } from '../../../src/texts/identifierFaultText.js';
import { checkTexts } from '../../../src/texts/notice.js';
import type { Fault, FirmResult, FirmVisit, Place } from '../messages.js';

export type Lang = 'zh' | 'en';
export type Text = Readonly<Record<Lang, string>>;

/** What each check makes sure of: the library's own texts. */
export const checks: Readonly<Record<keyof typeof checkTexts, Text>> = checkTexts;

/** What a code has against the rule, in words. */
export const whyText = (why: string, lang: Lang): string =>
  lang === 'zh' ? identifierFaultText(why) : why;

/** A text whose `{name}`s are filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The texts that code puts together; what stands still is in `page.html`. */
export const phrases = {
  title: { zh: '公示核验', en: 'Check a public draw' },
  otherLanguage: { zh: 'English', en: '中文' },
  digestFault: {
    zh: '应为 64 位十六进制数（0–9、a–f），现在是 {given} 位或含其他字符；此项暂不核验。',
    en: 'Expected 64 hex digits (0–9, a–f), but these are {given} characters or others; it is not used yet.',
  },
  roles: {
    'notice-a': { zh: '公示甲', en: 'Notice A' },
    'notice-b': { zh: '公示乙', en: 'Notice B' },
    frame: { zh: '抽查对象范围', en: 'Frame' },
    proof: { zh: '某一企业的证明', en: 'Proof of one firm' },
    sealed: { zh: '密封的公示乙', en: 'Sealed notice B' },
    amendments: { zh: '变更公告', en: 'Amendments' },
  },
  stillMissing: { zh: '还需要', en: 'still needed' },
  ifAny: { zh: '如有', en: 'if you have it' },
  rows: { zh: '{rows} 行', en: '{rows} rows' },
  reading: { zh: '正在读取 {name}……{percent}%', en: 'Reading {name} … {percent}%' },
  checking: { zh: '正在核验两份公示……', en: 'Checking the notices …' },
  checkingFrame: {
    zh: '正在用抽查对象范围重新抽签……',
    en: 'Running the draw again from the whole frame …',
  },
  proving: { zh: '正在由抽查对象范围求出证明……', en: 'Making the proof out of the frame …' },
  proof: {
    make: { zh: '求出本企业的证明', en: 'Make the proof of its place' },
    holds: {
      zh: '证明成立：它是抽查范围 {count} 户中的第 {index} 户，经 {hashes} 次哈希连到公示甲承诺的根；抽取结果与签号相符。',
      en: 'The proof holds: it is number {index} of the {count} firms of the frame, {hashes} hashes away from the root in notice A, and was treated as its ticket says.',
    },
    passedOver: {
      zh: '它确在抽查范围内（{count} 户中的第 {index} 户），但抽取结果与签号不符。',
      en: 'It does stand in the frame (number {index} of {count}), but was not treated as its ticket says.',
    },
    fails: { zh: '证明不成立。', en: 'The proof does not hold.' },
    keep: { zh: '证明本身（可保存）', en: 'The proof itself, to keep' },
    keepHint: {
      zh: '存为一个 .json 文件；以后同两份公示一起放进本页，不需要抽查对象范围也能核验。',
      en: 'Save it as a .json file: dropped on this page with the two notices it is checked without the frame.',
    },
  },
  later: {
    files: { zh: '共 {count} 份', en: '{count} in all' },
    opened: {
      zh: '公示乙开封，与密封时公布的一致。',
      en: 'Notice B was opened, and is to be the one that was sealed.',
    },
    sealed: {
      zh: '公示乙已密封，尚未开封：检查结束后公布，届时放进本页即可比对。',
      en: 'Notice B is sealed and not yet opened: once it is published after the visits, drop it here to compare.',
    },
    digestOfSeal: { zh: '密封公示的摘要', en: 'Digest of the sealed notice' },
    digestOfB: { zh: '所密封的公示乙的摘要', en: 'Digest of the notice B it seals' },
    chain: {
      zh: '变更公告 {count} 份：前后相接，递补、增抽、检查和检查组都由抽签得出。',
      en: 'Amendments: {count}. Each is to follow the one before; substitutes, top-ups, visits and teams are to be what the draw gives.',
    },
    struck: {
      zh: '{entity} 撤出任务“{task}”，理由：{reason}',
      en: '{entity} was struck from the task “{task}”, because: {reason}',
    },
    cameIn: {
      zh: '由备选 {substitute} 递补，签号 {ticket}',
      en: '{substitute} came in as its substitute, with the ticket {ticket}',
    },
    noSubstitute: {
      zh: '本层已无备选，少查一户。',
      en: 'Its stratum has no substitute left: one fewer is visited.',
    },
    absent: {
      zh: '执法人员 {inspector} 自 {from} 至 {to} 缺席，空缺重新抽取',
      en: 'Officer {inspector} is absent from {from} to {to}; the vacant places were drawn again',
    },
    toppedUp: {
      zh: '任务“{task}”增抽，现共抽 {total} 户，理由：{reason}',
      en: 'The task “{task}” draws more, {total} in all, because: {reason}',
    },
    stratumMore: {
      zh: '{stratum} 层按原次序增抽 {more} 户，现抽 {quota} 户',
      en: 'Stratum {stratum}: the next {more} in the same order, {quota} now',
    },
    visit: { zh: '{entity}：{day} {kind}', en: '{entity}: {kind} on {day}' },
    desk: {
      zh: '{entity}：非现场检查（{task}）',
      en: '{entity}: checked at the desk ({task})',
    },
    unstaffed: {
      zh: '人手不足，下列检查暂无检查组：{visits}',
      en: 'The staff does not suffice; these visits have no team: {visits}',
    },
  },
  changes: {
    struck: {
      zh: '变更公告第 {number} 号撤出：{reason}',
      en: 'Struck by amendment {number}: {reason}',
    },
    'came-in': {
      zh: '变更公告第 {number} 号递补进入。',
      en: 'Came in by amendment {number}, in the place of one that was struck.',
    },
    added: {
      zh: '变更公告第 {number} 号增抽进入：{reason}',
      en: 'Added by amendment {number}, which draws more: {reason}',
    },
  } satisfies Record<PlaceChange['kind'], Text>,
  holds: { zh: '核验通过', en: 'The draw holds' },
  holdsLine: {
    zh: '公布的结果，正是由公布的随机数抽出的结果。',
    en: 'What was published is what the published chance gives.',
  },
  fails: { zh: '核验未通过', en: 'The draw does not hold' },
  failsLine: {
    zh: '{count} 项不符。每一项下面写明第一个不同之处。',
    en: 'Checks that fail: {count}. Under each stands the first thing that differs.',
  },
  simulation: {
    zh: '演示：所依据的规则文件并非现行有效，结果不约束任何人。',
    en: 'Simulation: the documents behind it are not law in force; it binds nobody.',
  },
  noFrame: {
    zh: '没有放入抽查对象范围：是否有人被跳过，没有核验。',
    en: 'No frame was given: whether somebody was passed over was not checked.',
  },
  noDigest: {
    zh: '没有填写当初公布的摘要：公示甲后来是否被改过，没有核验。',
    en: 'No published digest was typed in: whether notice A was changed since was not checked.',
  },
  marks: {
    ok: { zh: '相符', en: 'Holds' },
    wrong: { zh: '不符', en: 'Does not hold' },
    skipped: { zh: '未核验', en: 'Not checked' },
  },
  difference: {
    field: { zh: '字段', en: 'Field' },
    expected: { zh: '应为', en: 'Expected' },
    found: { zh: '实为', en: 'Found' },
    fault: { zh: '问题', en: 'Fault' },
  },
  places: {
    task: { zh: '任务“{name}”', en: 'task “{name}”' },
    stratum: { zh: '{name} 层', en: 'stratum {name}' },
    selected: { zh: '第 {name} 个抽中', en: 'number {name} of those drawn' },
    substitutes: { zh: '第 {name} 个备选', en: 'substitute {name}' },
    firm: { zh: '企业 {name}', en: 'firm {name}' },
    day: { zh: '{name} 的检查', en: 'visit on {name}' },
    officer: { zh: '执法人员 {name}', en: 'officer {name}' },
    source: { zh: '随机数来源 {name}', en: 'source {name}' },
  } satisfies Record<Place['kind'], Text>,
  facts: {
    drawId: { zh: '抽签编号', en: 'Draw number' },
    organ: { zh: '组织部门', en: 'Organ' },
    year: { zh: '年度', en: 'Year' },
    asOf: { zh: '名录截止日', en: 'Registers as of' },
    policy: { zh: '监管方案', en: 'Programme' },
    method: { zh: '办法', en: 'Methods' },
    digestOfA: { zh: '公示甲摘要', en: 'Digest of notice A' },
    digestOfB: { zh: '公示乙摘要', en: 'Digest of notice B' },
    entropy: { zh: '随机数', en: 'Entropy' },
    seed: { zh: '种子', en: 'Seed' },
    visits: { zh: '入企检查', en: 'Visits' },
    desk: { zh: '非现场检查', en: 'Checks at the desk' },
    deferred: { zh: '暂缓', en: 'Deferred' },
    software: { zh: '软件', en: 'Software' },
  },
  factsTitle: { zh: '这次抽签', en: 'About this draw' },
  results: {
    certain: { zh: '必查', en: 'Certain' },
    'take-all': { zh: '因权重入选', en: 'In by weight' },
    drawn: { zh: '抽中', en: 'Drawn' },
    substitute: { zh: '备选', en: 'Substitute' },
    'not-drawn': { zh: '未抽中', en: 'Not drawn' },
    'not-in-frame': { zh: '不在范围内', en: 'Not in the frame' },
    'not-listed': { zh: '未列出', en: 'Not listed' },
  } satisfies Record<FirmResult['kind'], Text>,
  passedOver: { zh: '被跳过', en: 'Passed over' },
  lines: {
    certain: { zh: '不经抽签，理由：{reason}', en: 'Without lottery, because: {reason}' },
    'take-all': {
      zh: '在 {stratum} 层，权重 {weight} 太大，不必抽签（{reason}）。',
      en: 'Too heavy for a lottery in stratum {stratum}, with the weight {weight} ({reason}).',
    },
    byWeight: {
      zh: '{byWeight} 层按权重抽取：有抽查对象范围或本企业的证明，知道权重才能确定。',
      en: 'Stratum {byWeight} is drawn by weight: the frame, or its proof, would tell what it weighs.',
    },
    lighter: {
      zh: '在 {stratum} 层 {size} 户中按权重抽 {quota} 户，排序值大于门槛。',
      en: '{quota} of the {size} firms of stratum {stratum} are drawn by weight; its key is above their threshold.',
    },
    passedOverByWeight: {
      zh: '在 {stratum} 层，按权重的排序值不大于门槛，本应抽中，却没有列出。',
      en: 'In stratum {stratum} its key by weight is not above the threshold: it should have been drawn, and is not listed.',
    },
    drawn: {
      zh: '在 {stratum} 层 {size} 户中抽 {quota} 户，由小到大排第 {place}。',
      en: 'Number {place} of the {quota} drawn among the {size} firms of stratum {stratum}.',
    },
    substitute: {
      zh: '在 {stratum} 层 {size} 户中抽 {quota} 户，未抽中；是第 {place} 备选。',
      en: 'Not among the {quota} drawn of the {size} firms of stratum {stratum}, but substitute number {place}.',
    },
    'not-drawn': {
      zh: '在 {stratum} 层 {size} 户中抽 {quota} 户，签号大于门槛。',
      en: '{quota} of the {size} firms of stratum {stratum} are drawn; this ticket is above their threshold.',
    },
    noneDrawn: {
      zh: '{stratum} 层 {size} 户，本次一户也不抽。',
      en: 'Of the {size} firms of stratum {stratum} none is drawn this time.',
    },
    passedOver: {
      zh: '在 {stratum} 层，签号不大于门槛，本应抽中，却没有列出。',
      en: 'In stratum {stratum} its ticket is not above the threshold: it should have been drawn, and is not listed.',
    },
    'not-in-frame': { zh: '', en: '' },
    aboveAll: {
      zh: '签号大于全部 {strata} 层的门槛：无论属于哪一层，都没有抽中。',
      en: 'The ticket is above the threshold of all {strata} strata: whichever is its own, it is not drawn.',
    },
    belowSome: {
      zh: '只有属于 {below} 层才会抽中；公示乙没有列出它，所以它不在这些层，或被跳过。有抽查对象范围才能确定。',
      en: 'Only in stratum {below} would it be drawn. Notice B does not list it, so it is not in there, or it was passed over; the frame would tell.',
    },
  },
  ticket: { zh: '签号', en: 'Ticket' },
  lastIn: { zh: '门槛（最后一个抽中的签号）', en: 'Threshold (last ticket in)' },
  begins: {
    zh: '本任务的次序自此开始（签号前 13 位）',
    en: 'The order of this task begins here (first 13 digits)',
  },
  weight: { zh: '权重', en: 'Weight' },
  key: { zh: '按权重的排序值', en: 'Key by weight' },
  lastInKey: { zh: '排序值的门槛', en: 'Key of the last one in' },
  firstOut: { zh: '第一个未抽中的签号', en: 'First ticket out' },
  byHand: { zh: '自己动手再算一遍', en: 'Compute it yourself' },
  byHandHint: {
    zh: '在任何有 sha256sum 的终端里运行（苹果电脑用 shasum -a 256）；每一步的结果应与其下方的一行相同。',
    en: 'In any terminal that has sha256sum (on a Mac, shasum -a 256); each gives what stands below it.',
  },
  steps: {
    seed: {
      zh: '种子 = SHA-256（办法、抽签编号、随机数）',
      en: 'Seed = SHA-256 of method, draw number and entropy',
    },
    key: {
      zh: '密钥 = SHA-256（办法、种子、用途）',
      en: 'Key = SHA-256 of method, seed and purpose',
    },
    ticket: {
      zh: '签号 = SHA-256（密钥，紧接企业代码）',
      en: 'Ticket = SHA-256 of the key followed by the firm’s code',
    },
  },
  firm: {
    summary: {
      zh: '{code}：{drawn} 项任务抽中，{certain} 项必查，{visits} 次入企检查。',
      en: '{code} — tasks drawn: {drawn}, certain: {certain}; visits: {visits}.',
    },
    unknown: {
      zh: '两份公示都没有提到 {code}。请核对代码；没有抽中的企业不会列出，以下签号仍由该代码算出。',
      en: 'The notices do not name {code}. Check the code; a firm that is not drawn is not listed, and the tickets below are computed from the code all the same.',
    },
    unknownWithFrame: {
      zh: '公示和抽查对象范围都没有提到 {code}。请核对代码。',
      en: 'Neither the notices nor the frame name {code}. Check the code.',
    },
    changed: {
      zh: '按 {code} 查询（您输入的是“{typed}”）。',
      en: 'Looked up as {code} (you typed “{typed}”).',
    },
    impossible: { zh: '这不可能是代码：{why}。', en: 'This can be no code: {why}.' },
    others: { zh: '其余 {count} 项任务', en: 'The other {count} tasks' },
    visits: { zh: '入企检查', en: 'Visits' },
    desk: { zh: '非现场检查：{tasks}', en: 'Checked at the desk: {tasks}' },
    deferred: {
      zh: '暂缓：{task} / {item}（{reason}）',
      en: 'Deferred: {task} / {item} ({reason})',
    },
    members: { zh: '检查组 {members}，组长 {leader}', en: 'team {members}, led by {leader}' },
    noTeam: { zh: '人手不足，未能分组', en: 'no team: the staff does not suffice' },
    lead: { zh: '{lead} 牵头', en: 'led by {lead}' },
    with: { zh: '，{partners} 配合', en: ', with {partners}' },
  },
  kinds: {
    census: { zh: '普查', en: 'census' },
    'spot-check': { zh: '抽查', en: 'spot check' },
    'for-cause': { zh: '触发式检查', en: 'for cause' },
  } satisfies Record<FirmVisit['kind'], Text>,
  strata: {
    title: {
      zh: '{name}：{size} 户中抽 {drawn} 户（{share}），另必查 {certain} 户',
      en: '{name}: {drawn} of {size} firms drawn ({share}), and {certain} certain',
    },
    empty: { zh: '没有可抽的企业，全部必查。', en: 'Nobody stands in its frame; all are certain.' },
    table: { zh: '数字明细', en: 'The figures' },
    code: { zh: '分层', en: 'Stratum' },
    size: { zh: '户数', en: 'Firms' },
    drawn: { zh: '抽中', en: 'Drawn' },
    share: { zh: '比例', en: 'Share' },
    option: { zh: '{name}（{drawn} / {size}）', en: '{name} ({drawn} / {size})' },
  },
  loads: {
    title: {
      zh: '{officers} 名执法人员、{visits} 次检查的工作量分档',
      en: 'Loads of {officers} officers on {visits} visits, by band',
    },
    band: { zh: '{low}–{high}', en: '{low}–{high}' },
    fixed: { zh: '{low}', en: '{low}' },
    segment: { zh: '{officers} 人 × {load} 次', en: '{officers} officers × {load}' },
    bandColumn: { zh: '档', en: 'Band' },
    loadColumn: { zh: '检查次数', en: 'Visits' },
    officersColumn: { zh: '人数', en: 'Officers' },
    witness: {
      zh: '人手不足：{count} 名执法人员最多能承担 {capacity} 人次，而检查需要 {needed} 人次，缺 {missing}。',
      en: 'The staff does not suffice: {count} officers can go {capacity} times, and are needed {needed} times; {missing} are missing.',
    },
  },
  faults: {
    'not-utf-8': {
      zh: '{name} 不是 UTF-8 文本；请用原始文件。',
      en: '{name} is no UTF-8 text; use the file as it was published.',
    },
    'not-json': {
      zh: '{name} 不是完整的 JSON（{given}）；请重新下载。',
      en: '{name} is no whole JSON ({given}); download it again.',
    },
    'not-a-notice': {
      zh: '{name} 不是公示甲、公示乙，也不是密封公示、变更公告或证明；例如应为 notice-a.json。',
      en: '{name} is neither notice A nor notice B, nor a sealed notice, an amendment or a proof; expected for example notice-a.json.',
    },
    'other-version': {
      zh: '{name} 是另一版本的公示（{given}）；本页核验第 1 版，如 evenhand/notice-a/1。',
      en: '{name} is of another version ({given}); this page checks version 1, such as evenhand/notice-a/1.',
    },
    'not-whole': {
      zh: '{name} 的内容不完整或格式不符：{given}',
      en: '{name} lacks something it should hold, or holds it in another form: {given}',
    },
    'no-frame': {
      zh: '{name} 不是抽查对象范围：首行应有 task、id、stratum，现在是“{given}”。',
      en: '{name} is no frame: its first line should name task, id and stratum, and is “{given}”.',
    },
    'bad-row': {
      zh: '{name} 第 {given} 行列数或引号不对；整个文件未采用。',
      en: '{name}, row {given}: columns or quotes do not fit; the file is not used.',
    },
    'not-computable': {
      zh: '无法由这些公示计算 {name} 的签号：{given}',
      en: 'No ticket of {name} can be computed from these notices: {given}',
    },
    unreadable: { zh: '{name} 读不出来：{given}', en: '{name} cannot be read: {given}' },
  } satisfies Record<Fault['code'], Text>,
} as const;
