/** The kinds of file a register is read from. */
export const FILE_KINDS = ['entities', 'events', 'inspectors', 'items', 'authorities'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A column of a file: the headers it may have besides its field's name, and whether it must stand. */
export interface Column {
  readonly field: string;
  readonly headers: readonly string[];
  readonly required: boolean;
}

/**
 * The columns of each kind of file. Further columns are facts in `entities`, values in `events`, and
 * unknown elsewhere.
 */
export const COLUMNS: Readonly<Record<FileKind, readonly Column[]>> = {
  entities: [
    column('id', true, '统一社会信用代码', '信用代码', '主体标识'),
    column('name', false, '名称', '企业名称', '主体名称', '市场主体名称'),
    column('since', false, '成立日期', '注册日期'),
    column('district', false, '行政区划', '行政区划代码'),
    column('state', false, '登记状态', '经营状态'),
    column('lists', false, '名单', '名录'),
    column('sites', false, '经营场所'),
    column('lastVisits', false, '最近检查', '上次检查'),
  ],
  events: [
    column('id', true, '信息编号', '事件编号'),
    column('entity', true, '统一社会信用代码', '信用代码', '主体标识'),
    column('kind', true, '信息类型', '事件类型'),
    column('on', true, '发生日期'),
    column('knownOn', false, '归集日期'),
    column('until', false, '有效期至'),
    column('repairedOn', false, '修复日期'),
    column('source', true, '来源', '信息来源'),
  ],
  inspectors: [
    column('id', true, '执法证号', '人员编号'),
    column('authority', true, '监管部门', '所属部门'),
    column('lead', true, '组长'),
    column('districts', true, '行政区划', '检查区域'),
    column('items', true, '抽查事项'),
    column('certificates', true, '证件'),
    column('capacity', true, '检查上限'),
    column('absences', false, '缺勤'),
    column('recusals', false, '回避'),
  ],
  items: [
    column('id', true, '事项编号'),
    column('name', false, '事项名称'),
    column('authority', true, '监管部门', '抽查主体'),
    column('rank', true, '事项类别'),
    column('methods', true, '检查方式', '抽查方式'),
    column('basis', true, '检查依据', '抽查依据'),
  ],
  authorities: [column('id', true, '部门编号'), column('name', false, '部门名称', '名称')],
};

function column(field: string, required: boolean, ...headers: string[]): Column {
  return { field, headers, required };
}
