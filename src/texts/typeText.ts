/** The type of a field in Chinese; the English word is that of JSON. */
export function typeText(text: string): string {
  return Object.hasOwn(TYPES, text) ? (TYPES[text] as string) : text;
}

const TYPES: Readonly<Record<string, string>> = {
  'string without U+0000': '不含 U+0000 的文本',
  ...{ object: '对象 {…}', record: '对象 {…}', array: '列表 […]', string: '文本' },
  ...{ number: '数', int: '整数', integer: '整数', boolean: 'true 或 false' },
};
