import { requireArgument } from '../core/argument.js';
import { roleWords } from '../notice/roleWords.js';
import type { Assessment } from '../programme/assess.js';
import type { ProgrammeSource, RoleReference } from '../programme/programme.js';
import type { Rating } from '../scoring/rating.js';
import type { Scheme } from '../scoring/scheme.js';
import { levelWord } from './codeWords.js';
import type { Lang } from './describe.js';
import { ratingLines, titlesOf } from './rating.js';
import { tempoLines } from './tempo.js';
import { contentWords, methodWords, roundingWords } from './words.js';

/**
 * An assessment as a page a firm or a court can read: every contribution to both scores with its
 * article, the bands, what overrode them, the measures, and the documents with their digests.
 *
 * @param assessment - the receipt
 * @param lang - `zh` or `en`
 * @param programme - gives the rules their titles; without it they go by their ids
 * @returns lines that end in `\n`
 * @example
 * ```ts
 * import { assess, parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { explanationText } from 'evenhand/texts';
 *
 * const firm = { id: 'A', facts: { industry: '6210' }, lists: [], events: [] };
 * const receipt = assess(parseProgramme(exampleProgramme), firm, { asOf: '2026-01-15' });
 * explanationText(receipt, 'en').split('\n')[0]; // => 'Assessment of A as of 2026-01-15 (simulation)'
 * ```
 */
export function explanationText(
  assessment: Assessment,
  lang: Lang,
  programme?: ProgrammeSource,
): string {
  requireArgument(
    'explanationText',
    'assessment',
    assessment,
    { credit: 'object', risk: 'object' },
    'assess(…)',
  );
  const { entity, asOf, mode, credit, risk, cell, measures, documents } = assessment;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const lines = (rating: Rating, name: string): string[] =>
    ratingLines(rating, name, lang, titlesOf(schemeOf(rating, programme), lang));
  const { grade, ...creditRating } = credit;
  const { tier, ratio, rule, frequency, method, content, key } = measures;
  const isSimulation = mode === 'simulation';
  return [
    say(
      `${entity} 的评定（截至 ${asOf}${isSimulation ? '，模拟' : ''}）`,
      `Assessment of ${entity} as of ${asOf}${isSimulation ? ' (simulation)' : ''}`,
    ),
    '',
    ...lines({ ...creditRating, level: grade }, say('信用', 'Credit')),
    '',
    ...lines(risk, say('风险', 'Risk')),
    '',
    say(
      `矩阵单元：风险 ${levelWord(cell.risk, lang)} × 信用 ${levelWord(cell.credit, lang)}，综合等级 ${tier}`,
      `Cell of the matrix: risk ${cell.risk} × credit ${cell.credit}, tier ${tier}`,
    ),
    ...(key ? [say('  重点监管：全覆盖，不经抽签', '  key supervision: visited for certain')] : []),
    say(
      `  抽查比例 ${ratio}（${roundingWords[rule].zh}）`,
      `  share drawn ${ratio} (${roundingWords[rule].en})`,
    ),
    say(
      `  频次：${frequency.months} 个月内 ${frequency.visits} 次`,
      `  frequency: ${frequency.visits} within ${frequency.months} months`,
    ),
    ...(assessment.tempos ?? []).flatMap((tempo) => tempoLines(tempo, lang)),
    say(`  方式：${methodWords[method].zh}`, `  method: ${methodWords[method].en}`),
    say(`  内容：${contentWords[content].zh}`, `  content: ${contentWords[content].en}`),
    '',
    say('依据的文件（SHA-256 摘要）', 'Documents, with their SHA-256'),
    ...[{ role: 'programme' as const, ...assessment.programme }, ...documents].map((one) =>
      documentLine(one, lang),
    ),
    say(`  输入 ${assessment.input}`, `  input ${assessment.input}`),
    say(`  软件 ${assessment.engine}`, `  engine ${assessment.engine}`),
    '',
  ].join('\n');
}

/** The scheme a rating was made by, where the programme is at hand. */
function schemeOf({ scheme }: Rating, programme: ProgrammeSource | undefined): Scheme | undefined {
  return programme?.documents.find(
    (one): one is Scheme =>
      one.kind === 'scheme' && one.id === scheme.id && one.version === scheme.version,
  );
}

function documentLine(
  {
    role,
    id,
    version,
    digest,
  }: Omit<RoleReference, 'role'> & { readonly role: keyof typeof roleWords },
  lang: Lang,
): string {
  return `  ${roleWords[role][lang]} ${id}@${version} ${digest}`;
}
