import { errorAt, type Issue } from '../../core/issue.js';
import type { ActOf, ResultEntry } from '../act.js';
import type { Change, Inspection } from '../inspection.js';
import type { ResultCode } from '../resultList.js';
import { presentFaults } from './officers.js';

/**
 * The results of the visit, out of its own list: all items are answered unless the firm could not be
 * checked, and what is said agrees with the answers.
 */
export function conclude(inspection: Inspection, act: ActOf<'conclude'>): Change {
  const { documents, references } = inspection;
  const { rules, results: list } = documents;
  const own = `${references.results.id}@${references.results.version}`;
  if (act.list !== own) {
    return [errorAt('result-of-another-list', ['list'], { given: act.list, expected: own })];
  }
  const found = act.results.map(({ code }) => list.results.find((one) => one.code === code));
  const faults = [
    ...presentFaults(inspection, act.by, act.at),
    ...codeFaults(act.results, list.results),
  ];
  if (faults.length > 0) return faults;
  const disagreement = answerFaults(inspection, act.results, found as ResultCode[]);
  if (disagreement.length > 0) return disagreement;
  const needsReview = act.results.some(({ code }) => rules.review?.results.includes(code));
  return {
    state: 'concluded',
    conclusion: {
      act: act.id,
      on: act.at,
      results: act.results,
      ...(needsReview ? { review: 'open' } : { review: 'none', formedOn: act.at }),
    },
  };
}

function codeFaults(results: readonly ResultEntry[], known: readonly ResultCode[]): Issue[] {
  if (results.length === 0) {
    return [errorAt('result-missing', ['results'], { expected: known.map(({ code }) => code) })];
  }
  return results.flatMap(({ code }, i) => {
    const path = ['results', i, 'code'];
    if (!known.some((one) => one.code === code)) {
      const expected = known.map((one) => one.code);
      return [errorAt('unknown-result', path, { given: code, expected })];
    }
    const isRepeated = results.findIndex((one) => one.code === code) < i;
    return isRepeated ? [errorAt('result-repeated', path, { given: code })] : [];
  });
}

function answerFaults(
  { documents, answers }: Inspection,
  results: readonly ResultEntry[],
  codes: readonly ResultCode[],
): Issue[] {
  const ids = documents.checklist.items.map(({ id }) => id);
  const answerTo = (id: string) => (Object.hasOwn(answers, id) ? answers[id] : undefined);
  const faulty = ids.filter((id) => answerTo(id)?.outcome === 'not-met');
  const issues: Issue[] = [];
  if (!codes.some(({ sort }) => sort === 'unreached')) {
    const open = ids.filter((id) => answerTo(id) === undefined);
    if (open.length > 0) issues.push(errorAt('item-unanswered', ['results'], { given: open }));
  }
  const sorts = new Set(codes.map(({ sort }) => sort));
  codes.forEach(({ code, sort }, i) => {
    const isWrong =
      sort === 'clean'
        ? sorts.size > 1 || faulty.length > 0
        : sort === 'problem' && faulty.length === 0;
    if (!isWrong) return;
    issues.push(errorAt('result-contradicts', ['results', i, 'code'], { given: code, faulty }));
  });
  results.forEach(({ items = [] }, i) => {
    issues.push(...notFaulty(items, faulty, ['results', i, 'items']));
  });
  const isNamed = (item: string): boolean =>
    results.some(({ items = faulty }, i) => codes[i]?.sort === 'problem' && items.includes(item));
  const unnamed = faulty.filter((item) => !isNamed(item));
  if (unnamed.length > 0)
    issues.push(errorAt('item-without-result', ['results'], { given: unnamed }));
  return issues;
}

/** Items that are said to be faulty and are not. */
export function notFaulty(
  items: readonly string[],
  faulty: readonly string[],
  path: Issue['path'],
): Issue[] {
  return items.flatMap((item, i) =>
    faulty.includes(item)
      ? []
      : [errorAt('item-not-faulty', [...path, i], { given: item, expected: [...faulty] })],
  );
}
