import { requireArgument } from '../core/argument.js';
import type { Handbook } from '../scenario/handbook.js';
import type { Lang } from './describe.js';

const WORDS = {
  zh: {
    title: '综合监管合规手册',
    intro: '本手册汇集各部门的监管标准，同一义务只写一次。',
    on: '适用日期',
    lead: '牵头部门',
    partners: '配合部门',
    from: '汇编自',
    basis: '依据',
    asked: '检查时会问',
    unspoken: '检查时会问而各部门标准尚未说明的义务',
    sources: '依据的可信程度',
    colon: '：',
    by: (names: string) => `（${names}）`,
    comma: '、',
    confidence: { verified: '已核对原文', recalled: '凭记忆，未核对', example: '示例' },
  },
  en: {
    title: 'handbook of obligations',
    intro: 'What all departments ask, each obligation once.',
    on: 'As of',
    lead: 'Lead authority',
    partners: 'Partners',
    from: 'Put together from',
    basis: 'Basis',
    asked: 'What will be asked',
    unspoken: 'Duties that are checked and that no department puts into words',
    sources: 'How sure the sources are',
    colon: ': ',
    by: (names: string) => `(${names})`,
    comma: ', ',
    confidence: {
      verified: 'read in its text',
      recalled: 'from memory, not read',
      example: 'example',
    },
  },
} as const;

/** A piece of a text for people, of which Markdown and HTML are made. */
export type TextBlock =
  | { readonly heading: 1 | 2 | 3; readonly text: string }
  | { readonly text: string }
  | { readonly list: readonly string[] };

/** A scene's handbook (一业一册) for people, as headings, paragraphs and lists. */
export function handbookBlocks(handbook: Handbook, lang: Lang): TextBlock[] {
  requireArgument('handbookBlocks', 'handbook', handbook, {
    authorities: 'array',
    chapters: 'array',
    citations: 'array',
    unspoken: 'array',
    standards: 'array',
  });
  const words = WORDS[lang];
  const { authorities, chapters, citations, unspoken, standards } = handbook;
  const nameOf = (id: string): string => authorities.find((one) => one.id === id)?.name[lang] ?? id;
  const named = (isLead: boolean): string =>
    authorities
      .filter((one) => one.isLead === isLead)
      .map((one) => one.name[lang])
      .join(words.comma);
  const title = handbook.title[lang];
  const line = (label: string, text: string): string => `${label}${words.colon}${text}`;
  const blocks: TextBlock[] = [
    { heading: 1, text: lang === 'zh' ? `${title}：${words.title}` : `${title}: ${words.title}` },
    { text: words.intro },
    {
      list: [
        line(words.on, handbook.on),
        line(words.lead, named(true)),
        line(words.partners, named(false)),
        line(words.from, standards.map(({ id, version }) => `${id}@${version}`).join(words.comma)),
      ],
    },
  ];
  for (const chapter of chapters) {
    blocks.push({ heading: 2, text: chapter.title[lang] });
    for (const entry of chapter.entries) {
      blocks.push({ heading: 3, text: entry.title[lang] });
      for (const { authorities: ids, text } of entry.texts) {
        blocks.push({ text: `${text[lang]}${words.by(ids.map(nameOf).join(words.comma))}` });
      }
      blocks.push({
        list: [
          line(words.basis, entry.duties.join(words.comma)),
          ...entry.questions.map(({ question }) => line(words.asked, question[lang])),
        ],
      });
    }
  }
  if (unspoken.length > 0) {
    blocks.push({ heading: 2, text: words.unspoken }, { list: unspoken });
  }
  blocks.push(
    { heading: 2, text: words.sources },
    {
      list: citations.map(({ title: of, article, confidence }) =>
        line(
          article === undefined ? of : `${of}${words.comma}${article}`,
          words.confidence[confidence],
        ),
      ),
    },
  );
  return blocks;
}

/** The same as Markdown. */
export function handbookMarkdown(handbook: Handbook, lang: Lang): string {
  requireArgument(
    'handbookMarkdown',
    'handbook',
    handbook,
    { authorities: 'array' },
    'handbookOf(…)',
  );
  const pieces = handbookBlocks(handbook, lang).map((block) => {
    if ('list' in block) return block.list.map((item) => `- ${marked(item)}`).join('\n');
    return 'heading' in block
      ? `${'#'.repeat(block.heading)} ${marked(block.text)}`
      : marked(block.text);
  });
  return `${pieces.join('\n\n')}\n`;
}

/** Signs that Markdown would read are kept as they are. */
const marked = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, ' ');
