import type { IdentifierFault } from '../core/identifier.js';

/** What an identifier has against the rule, in Chinese; every other text is left as it is. */
export function identifierFaultText(text: string): string {
  return Object.hasOwn(FAULTS, text) ? FAULTS[text as IdentifierFault] : text;
}

const FAULTS: Readonly<Record<IdentifierFault, string>> = {
  'it is no text': '不是文本',
  'it is empty': '为空',
  'it is longer than 256 bytes': '超过 256 字节',
  'it has a lone surrogate': '含有不成对的代理字符',
  'it has a control character': '含有控制字符',
  'it begins or ends with a space': '首尾有空格',
  'it begins with a byte order mark': '以字节顺序标记开头',
  'it is not in Unicode normal form NFC': '不是 Unicode 规范形式 NFC',
};
