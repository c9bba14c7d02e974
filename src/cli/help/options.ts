/** What `--help` says of each option and argument. */
export const options = {
  dialect: {
    zh: 'SQL 方言：duckdb、postgres、spark、clickhouse、trino、hive 或 maxcompute',
    en: 'the dialect: duckdb, postgres, spark, clickhouse, trino, hive or maxcompute',
  },
  tables: {
    zh: '表名和列名的 JSON 文件',
    en: 'a JSON file with the names of tables and columns',
  },
  key: {
    zh: '抽签密钥（64 位十六进制数），即 drawKey 对 select：… 的结果',
    en: 'the key of the draw, 64 hex digits: what drawKey gives for select:…',
  },
  substitutes: {
    zh: '每层列出的备选对象数',
    en: 'how many substitutes are listed for each stratum',
  },
  authority: {
    zh: '其检查决定间隔分层的部门（任务的牵头和配合部门），可多次使用',
    en: 'an authority of the task, whose visits tell the tiers of recency; may be repeated',
  },
  sizes: {
    zh: 'sizes 语句给出的各层数量（CSV 或 JSON），由此算出抽取数',
    en: 'the rows of the statement sizes (CSV or JSON), which give the quotas',
  },
  statement: {
    zh: '哪条语句：audit、classify、sizes、draw 或 listed',
    en: 'which statement: audit, classify, sizes, draw or listed',
  },
  lang: {
    zh: '语言：zh 或 en（默认 en）',
    en: 'language of what is shown: zh or en (en by default)',
  },
  quiet: { zh: '不显示进度和提示', en: 'show no progress and no notes' },
  json: { zh: '在标准输出上给出 JSON', en: 'give JSON on standard output' },
  version: { zh: '显示版本', en: 'show the version' },
  help: { zh: '显示帮助', en: 'show help' },
  helpCommand: { zh: '显示命令的帮助', en: 'show the help of a command' },
  in: { zh: '输入文件夹', en: 'folder of the input' },
  ledgerIn: {
    zh: '名录库文件夹，申请中的对象、部门和事项须在其中',
    en: 'folder of the register in which firms, authorities and items must stand',
  },
  entities: { zh: '检查对象文件', en: 'file of the entities' },
  events: { zh: '信用信息文件', en: 'file of the credit events' },
  inspectors: { zh: '执法检查人员文件', en: 'file of the inspectors' },
  items: { zh: '抽查事项文件', en: 'file of the items' },
  authorities: { zh: '监管部门文件', en: 'file of the authorities' },
  tasks: { zh: '抽查任务文件', en: 'file of the tasks' },
  programme: { zh: '监管方案文件', en: 'file of the programme' },
  sources: { zh: '随机源文件', en: 'file of the entropy sources' },
  causes: { zh: '触发式检查文件', en: 'file of the for-cause demands' },
  districts: { zh: '行政区划清单文件', en: 'file of the districts there are' },
  cap: {
    zh: '上限文件，可多次给出（默认“最多查两次”）',
    en: 'document of a cap, once for each (the library’s at most two by default)',
  },
  requests: {
    zh: '检查申请或检查需求文件（json 或 ndjson）',
    en: 'file of the visits or demands to ask for, json or ndjson',
  },
  ledgerPlan: { zh: '已抽取的计划文件夹', en: 'folder of a drawn plan' },
  request: { zh: '申请的标识，各不相同', en: 'the request’s own id, never used twice' },
  lead: { zh: '申请的部门', en: 'the authority that asks or acts' },
  standing: {
    zh: '企业在某等级体系中的等级，可多次给出；不给出时上限保护每个企业',
    en: 'where the firm stands on a scale, may be given several times; without it caps protect every firm',
  },
  visit: { zh: '台账中的检查标识', en: 'the visit in the ledger that something becomes of' },
  outcome: { zh: '检查结果代码', en: 'what a finished visit found, as a code' },
  visitDays: { zh: '实际检查天数', en: 'days a finished visit took' },
  reference: { zh: '扫码或报告编号', en: 'number of the scan-in or the report' },
  cancelReason: { zh: '取消的理由', en: 'why a visit is cancelled' },
  kind: { zh: 'census、spot-check 或 for-cause', en: 'census, spot-check or for-cause' },
  day: { zh: '检查日期', en: 'day of the visit' },
  until: { zh: '保留至该日，逾期未确认则失效', en: 'hold the place until this day' },
  evidence: {
    zh: '上限外检查的事由和记录编号',
    en: 'cause and record number of a visit outside the limits',
  },
  demands: {
    zh: '应做的检查需求文件，用于核对最低频次',
    en: 'file of the demands that were due, to tell the floors missed',
  },
  outcomes: {
    zh: '检查结果文件（json 或 ndjson）',
    en: 'file of what came of each visit, json or ndjson',
  },
  decisions: {
    zh: '行政决定及其复查文件',
    en: 'file of official decisions and their reviews',
  },
  proposals: {
    zh: '规则结论与实际办理文件',
    en: 'file of the answers officers were given, and what they did',
  },
  ledgerFile: { zh: '检查台账：文件或 postgres://…', en: 'the ledger: a file or postgres://…' },
  roles: {
    zh: '同时建立数据库的组角色并授权',
    en: 'makes the group roles of the database too, with their rights',
  },
  print: { zh: '只打印 SQL，不连接数据库', en: 'only prints the SQL, without connecting' },
  within: {
    zh: '检查结果应在多少个工作日内公示',
    en: 'working days within which a result is to be public',
  },
  calendar: {
    zh: '工作日历文件，可多次给出',
    en: 'document of working days, once for each',
  },
  written: {
    zh: '卷宗形成日，默认与所查日期相同',
    en: 'day the file is written, by default the day it is about',
  },
  records: { zh: '信用记录文件', en: 'file of credit records' },
  noHtml: { zh: '不写网页（无须绘图库）', en: 'write no pages, which need a plotting library' },
  encoding: {
    zh: '表格编码：auto、utf-8 或 gb18030（默认 auto）',
    en: 'encoding of tables: auto, utf-8 or gb18030 (auto by default)',
  },
  sampleCity: {
    zh: '用示例城市代替输入（默认 20000 个对象）',
    en: 'the sample city in place of an input (20000 entities by default)',
  },
  seed: {
    zh: '示例城市的种子（默认 evenhand）',
    en: 'seed of the sample city (evenhand by default)',
  },
  year: { zh: '计划年度', en: 'year of the plan' },
  asOf: { zh: '名录截止日', en: 'day of the register: nothing later is known' },
  drawId: { zh: '抽取编号，按部门连续编号', en: 'number of the draw, sequential for the organ' },
  source: {
    zh: '随机源，可多次使用：标签=比特数、dice:39@日期（十面骰）或 drand:quicknet@时刻',
    en: 'a source of entropy: LABEL=BITS, dice:39@DAY (ten-sided) or drand:quicknet@INSTANT; may be repeated',
  },
  earlier: {
    zh: '上一轮的公示乙：检查量和“不连续两次”由它得出',
    en: 'notice B of the round before: carried loads and “not twice running” follow from it',
  },
  ledger: {
    zh: '检查台账（文件或 postgres://…）：已登记的检查占用上限，尚未进行的可以并入',
    en: 'the ledger (a file or postgres://…): visits booked in it count against the cap, and those to come can be joined',
  },
  sealed: {
    zh: '先只公布摘要，公示乙留在 private/，待检查后公开',
    en: 'publish digests alone; notice B stays in private/ until after the visits',
  },
  sealedFile: { zh: '密封的公示乙', en: 'the sealed notice B' },
  amendment: {
    zh: '变更公告，按次序，可多次使用',
    en: 'an amendment, in their order; may be repeated',
  },
  proof: { zh: '某一对象的证明', en: 'the proof of one entity' },
  proofFile: {
    zh: '要写的文件（默认写到标准输出）',
    en: 'file to write (standard output by default)',
  },
  task: { zh: '抽查任务的标识', en: 'id of the task' },
  assessedTask: {
    zh: '为该抽查任务抽签：用其适用范围和发起、配合部门，数量须按监管矩阵',
    en: 'draw for this task of the input: its scope, its authorities; its quota has to be the matrix’s',
  },
  strike: { zh: '要撤出的中签对象', en: 'the entity to strike, one that was drawn' },
  reason: {
    zh: '撤出或增抽的理由，将予公布',
    en: 'why it is struck, or why more are drawn; this is published',
  },
  topUp: {
    zh: '要增抽的任务',
    en: 'the task that shall draw more than was announced',
  },
  total: {
    zh: '该任务现抽的总数，含已抽中的',
    en: 'how many it draws in all, those drawn before among them',
  },
  absent: { zh: '缺席的执法检查人员', en: 'the absent inspector' },
  from: {
    zh: '缺席的首日（默认全年）',
    en: 'first day of the absence (the whole year by default)',
  },
  to: { zh: '缺席的末日', en: 'last day of the absence' },
  cityRecords: {
    zh: '同时写出全部信用记录（records.ndjson）',
    en: 'write the credit records too, as records.ndjson',
  },
  reports: {
    zh: '要并入的报送（csv、ndjson 或 json）',
    en: 'the reports to take in (csv, ndjson or json)',
  },
  standard: {
    zh: '部门监管标准，每个部门一次',
    en: 'a department’s standard; once for each',
  },
  checklistVersion: {
    zh: '检查单的版本（默认为所问的日期）',
    en: 'version of the checklist; the day where left out',
  },
  firms: {
    zh: '企业及其信用、风险等级（json 或 ndjson）',
    en: 'firms with their levels of credit and risk, json or ndjson',
  },
  opening: { zh: '检查的对象、日期和检查组', en: 'where, when and by whom: the opening' },
  checklist: { zh: '本次检查单', en: 'the visit’s checklist' },
  results: { zh: '检查结果清单（默认示例）', en: 'the result list; the example where left out' },
  visitRules: {
    zh: '检查程序规则（默认示例）',
    en: 'the inspection rules; the example where left out',
  },
  recordFile: { zh: '写出全过程记录的文件', en: 'file to write the record to' },
  head: {
    zh: '曾公布的记录摘要，可多次使用',
    en: 'a published head of the record; may be repeated',
  },
  duties: { zh: '三项制度的义务', en: 'the duties of the three systems' },
  recordDay: { zh: '所问的日期', en: 'the day it is about' },
  known: {
    zh: '以哪一天所知为准（默认同 --as-of）',
    en: 'the day whose knowledge is used; that of --as-of where left out',
  },
  target: { zh: '要达到的信用等级', en: 'the grade to be reached' },
  facts: { zh: '该主体的其他指标（json）', en: 'what else is known of the entity (json)' },
  rules: {
    zh: '记录归集规则（默认示例）',
    en: 'the rules of the records; those of the example where left out',
  },
  ruleFile: {
    zh: '规则文件（默认示例）',
    en: 'the document to go by; that of the example where left out',
  },
  listSince: {
    zh: '上一期名单的日期',
    en: 'day of the list before, from which changes are told',
  },
  leniency: {
    zh: '免罚清单（默认示例）',
    en: 'the leniency list; that of the example where left out',
  },
  discretion: {
    zh: '裁量基准（默认示例）',
    en: 'the discretion table; that of the example where left out',
  },
  propose: { zh: '拟定处罚，如 fine=5000', en: 'a penalty that is proposed, as fine=5000' },
  publication: {
    zh: '公示与修复规则，可多次使用，先者优先（默认示例）',
    en: 'a document on publication and repair, the first that fits governs; may be repeated',
  },
  announced: { zh: '登记已公示：公示甲', en: 'add an announced draw: its notice A' },
  purpose: { zh: '抽取的用途', en: 'what is drawn for' },
  drawn: {
    zh: '登记已抽取：公示乙或其密封件',
    en: 'add that it was drawn: its notice B, or the sealed one',
  },
  toppedUp: {
    zh: '登记一次增抽：其变更公告',
    en: 'add that a draw was topped up: the amendment',
  },
  abandon: {
    zh: '登记作废或未用的编号',
    en: 'add that a draw was abandoned, or a number not used',
  },
  explanation: { zh: '作废的理由', en: 'why it was abandoned' },
  lastKnown: {
    zh: '先前公布的末条摘要',
    en: 'digest of an entry as it was published before',
  },
  entropy: { zh: '随机源公布的值，可多次使用', en: 'what a source gave; may be repeated' },
  secretFile: {
    zh: '保密值文件（32 至 128 个十六进制字符）',
    en: 'file with the secret, 32 to 128 hex digits',
  },
  format: {
    zh: '所写各表的格式：csv（默认）或 parquet（需要 DuckDB）',
    en: 'the tables it writes as csv, by default, or parquet, which needs DuckDB',
  },
  stages: {
    zh: '保存已完成各步骤的目录：中断后用同样的输入再次运行，从未完成的一步继续',
    en: 'a folder for finished stages: run again after an interruption, with the same input, it goes on from there',
  },
  setAside: {
    zh: '搁置有误的行后继续，并计数',
    en: 'go on without the bad rows, and count them',
  },
  out: { zh: '输出文件夹，整体写出或完全不写', en: 'folder to write, as a whole or not at all' },
  force: {
    zh: '替换本程序先前写出的同名文件夹',
    en: 'replace a folder this program wrote before',
  },
  bom: {
    zh: 'CSV 以字节序标记开头，供 Excel 识别',
    en: 'begin CSV with a byte order mark, for Excel',
  },
  prepared: { zh: 'prepare 写出的文件夹', en: 'folder that prepare wrote' },
  plan: {
    zh: 'prepare、draw 或 plan 写出的文件夹',
    en: 'folder that prepare, draw or plan wrote',
  },
  id: { zh: '检查对象的标识', en: 'id of the entity' },
  noticeA: { zh: '公示甲', en: 'notice A' },
  noticeB: { zh: '公示乙', en: 'notice B' },
  frame: { zh: '抽查范围（frame.csv）', en: 'the frame (frame.csv)' },
  digestOfA: { zh: '当初公布的公示甲摘要', en: 'digest of notice A as it was published' },
  cityEntities: { zh: '检查对象的数目（默认 20000）', en: 'how many entities (20000 by default)' },
} as const;
