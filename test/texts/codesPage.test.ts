import { expect, it } from 'vitest';
import { CATALOGUES } from '../../src/texts/catalogue.js';

const INTRODUCTION = `# Issue codes · 问题代码

What is wrong with data is an issue \`{code, severity, path, row, params}\`, and a caller's mistake an \`EvenhandError\` with a
\`code\`; the command line shows it in brackets after its sentence. \`describe\` of \`evenhand/texts\` fills a sentence with the
issue's \`params\`, by the names in braces. Codes stay; sentences may change. One code of two subjects is told by the sentence
that names most of what is given.

数据有问题时返回 \`{code, severity, path, row, params}\`，调用有误时抛出带 \`code\` 的 \`EvenhandError\`；命令行把代码写在句末方括号里。
\`evenhand/texts\` 的 \`describe\` 用 \`params\` 填写花括号中的值。

This page is written by \`npx vitest run test/texts/codesPage.test.ts -u\` and held equal to the texts by that test.
`;

const cell = (text: string): string => text.replaceAll(/[\\|<>*]/g, (sign) => `\\${sign}`);

/** Every code of every subject, with its sentence in both languages. */
const page = [
  INTRODUCTION,
  ...Object.entries(CATALOGUES).map(([subject, texts]) => {
    const rows = Object.entries(texts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { zh, en }]) => `| \`${code}\` | ${cell(en)} | ${cell(zh)} |\n`);
    return `## ${subject}\n\n| code | | |\n|---|---|---|\n${rows.join('')}`;
  }),
].join('\n');

it('the page of codes tells every code as the library does', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/codes.md');
});
