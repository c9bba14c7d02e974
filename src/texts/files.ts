import type { Texts } from './text.js';

/** The codes are `cli/files`'s, the one room above this one: it checks that it has a text for each. */
export const fileTexts = {
  'no-such-file': {
    zh: '没有文件 `{file}`；请检查路径',
    en: 'no such file: `{file}`; check the path',
  },
  'is-a-folder': {
    zh: '`{file}` 是文件夹，此处应为文件',
    en: '`{file}` is a folder; a file was expected',
  },
  'not-readable': {
    zh: '无法读取 `{file}`：`{reason}`；请检查权限和路径',
    en: 'cannot read `{file}`: `{reason}`; check the path and its permissions',
  },
  'wrong-encoding': {
    zh: '文件 `{file}` 第 {offset} 字节（从 0 数）处是 `{given}`，不合 {expected} 编码；请用 --encoding 指明编码，或另存为 UTF-8 后重试',
    en: 'in `{file}`, byte {offset} (from 0) is `{given}`, which is not {expected}; name the encoding with --encoding, or save the file as UTF-8',
  },
  'damaged-text': {
    zh: '文件 `{file}` 此前一直是 {expected} 编码，第 {offset} 字节（从 0 数）处却是 `{given}`；文件已损坏或由两种编码拼成，请重新导出',
    en: '`{file}` was {expected} up to byte {offset} (from 0), where `{given}` stands; it is damaged or joined from two encodings, export it again',
  },
  'damaged-gzip': {
    zh: '压缩文件 `{file}` 已损坏，无法解开；请重新导出或重新传送',
    en: 'the gzip file `{file}` is damaged and cannot be unpacked; export or copy it again',
  },
  'truncated-file': {
    zh: '文件 `{file}` 在一条记录中间就结束了，内容不完整；请重新导出或重新传送（若是引号未闭合，请补上）',
    en: '`{file}` ends in the middle of a record, so it is not complete; export or copy it again (or close the open quote)',
  },
  'duckdb-missing': {
    zh: '`{file}` 是 Parquet 文件，读写它需要 DuckDB，而 DuckDB 未安装；请运行 npm install @duckdb/node-api，或改用 CSV',
    en: '`{file}` is Parquet, which needs DuckDB, and DuckDB is not installed; run npm install @duckdb/node-api, or use CSV',
  },
  'damaged-parquet': {
    zh: 'Parquet 文件 `{file}` 无法读取（{reason}）；请重新导出或重新传送',
    en: 'the Parquet file `{file}` cannot be read ({reason}); export or copy it again',
  },
  'float-column': {
    zh: '文件 `{file}` 的列 `{name}` 是浮点数（{given}），末位小数已不可靠；请导出为 DECIMAL、整数或文本',
    en: 'column `{name}` of `{file}` has a floating point ({given}), whose last places nobody can trust; export it as DECIMAL, integer or text',
  },
  'number-id': {
    zh: '文件 `{file}` 的标识列 `{name}` 被当作数字（{given}），开头的零可能已丢失；请导出为文本',
    en: 'the id column `{name}` of `{file}` was taken for a number ({given}), so its leading zeros may be gone; export it as text',
  },
  'nested-column': {
    zh: '文件 `{file}` 的列 `{name}` 的类型是 {given}；应为文本、整数、DECIMAL、日期或布尔',
    en: 'column `{name}` of `{file}` is of type {given}; expected text, integer, DECIMAL, date or boolean',
  },
  'empty-file': {
    zh: '文件 `{file}` 是空的；应为表格（有表头）或 JSON',
    en: '`{file}` is empty; a table with a header, or JSON, was expected',
  },
  'no-rows': {
    zh: '文件 `{file}` 没有数据行；请确认导出是否完整',
    en: '`{file}` has no rows; check that the export is complete',
  },
  'wrong-separator': {
    zh: '文件 `{file}` 的表头只有一列，其中有 `{given}`；各列须以英文逗号分隔，请另存为“CSV（逗号分隔）”',
    en: 'the header of `{file}` is one column with `{given}` in it; columns are parted by commas, so save the file as comma-separated CSV',
  },
  'empty-header': {
    zh: '文件 `{file}` 的表头第 {column} 列没有名称；请补上列名，或去掉多余的逗号',
    en: 'column {column} of `{file}` has no name in the header; name it, or remove the comma too many',
  },
  'repeated-header': {
    zh: '文件 `{file}` 的表头第 {first} 列和第 {column} 列同名：`{name}`；每列须有自己的名称',
    en: 'columns {first} and {column} of `{file}` have the same name: `{name}`; each column needs its own',
  },
  'column-count': {
    zh: '这一行有 {given} 列，表头有 {expected} 列；请检查逗号和引号',
    en: 'the row has {given} columns and the header {expected}; check its commas and quotes',
  },
  'bad-quotes': {
    zh: '这一行的引号不成对：`{given}`；含引号的内容须整体加引号，其中的引号写两遍',
    en: 'the quotes of the row do not match: `{given}`; quote the whole cell and double each quote inside it',
  },
  'nul-byte': {
    zh: '文件 `{file}` 中有空字节（NUL），多半是 UTF-16 编码或已损坏；请另存为 UTF-8 或重新导出',
    en: '`{file}` has a NUL byte, so it is UTF-16 or damaged; save it as UTF-8 or export it again',
  },
  'bad-json': {
    zh: '不是 JSON：`{given}`；NDJSON 应每行一个对象，JSON 文件应为一个列表',
    en: 'not JSON: `{given}`; NDJSON has one object a line, a JSON file is one list',
  },
  'not-a-list': {
    zh: '文件 `{file}` 的内容是 {given}，应为列表 `[…]`；若每行一个对象，请用扩展名 .ndjson',
    en: '`{file}` holds a value of type {given}, not a list `[…]`; with one object a line, name it .ndjson',
  },
  'not-an-object': {
    zh: '这一行是 {given}，应为对象 `{…}`',
    en: 'the row is a value of type {given}; an object `{…}` was expected',
  },
  'folder-exists': {
    zh: '文件夹 `{file}` 已存在；请换一个名称，或用 --force 替换',
    en: 'the folder `{file}` is there already; name another, or replace it with --force',
  },
  'not-a-folder': {
    zh: '`{file}` 已存在且不是文件夹；请换一个名称',
    en: '`{file}` is there already and is no folder; name another',
  },
  'not-our-folder': {
    zh: '文件夹 `{file}` 中有清单 manifest.json 未列出的文件，不予替换；请换一个名称',
    en: 'the folder `{file}` holds files that no manifest.json lists, so it is not replaced; name another',
  },
  'folder-in-use': {
    zh: '`{file}` 包含程序当前所在的文件夹，不予替换；请换一个名称',
    en: '`{file}` holds the folder this program runs in, so it is not replaced; name another',
  },
  'bad-file-name': {
    zh: '文件名不合规则：`{given}`（应为相对名称，且不是 `{expected}`）',
    en: 'bad file name: `{given}` (expected a relative name other than `{expected}`)',
  },
  'cannot-write': {
    zh: '无法写入 `{file}`：`{reason}`；原有内容未动，请检查权限和磁盘空间',
    en: 'cannot write `{file}`: `{reason}`; what was there is untouched, check permissions and disk space',
  },
  'old-folder-aside': {
    zh: '`{file}` 未能替换，原有内容现在位于 `{old}`；请将其移回',
    en: '`{file}` was not replaced, and its old content now lies at `{old}`; move it back',
  },
} satisfies Texts<string>;
