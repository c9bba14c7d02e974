import { XMLParser } from 'fast-xml-parser';

// A second opinion: scores straight from the file, in numbers and closures, without one line of `src`.

type Node = Record<string, unknown>;
type Facts = Readonly<Record<string, string | number | boolean>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
});

const tag = (node: Node): string => Object.keys(node).find((key) => key !== ':@') as string;
const kids = (node: Node): Node[] => node[tag(node)] as Node[];
const attr = (node: Node, name: string): string | undefined =>
  (node[':@'] as Record<string, string> | undefined)?.[name];
const find = (node: Node, name: string): Node[] =>
  kids(node).flatMap((kid) =>
    tag(kid) === name ? [kid] : tag(kid) === '#text' ? [] : find(kid, name),
  );

/** The score of a file with one scorecard; undefined where PMML has none. */
export function plainScore(text: string, facts: Facts): number | undefined {
  const root = parser.parse(text).find((node: Node) => tag(node) === 'PMML');
  const types = new Map(find(root, 'DataField').map((f) => [attr(f, 'name'), attr(f, 'dataType')]));
  const uses = new Map(find(root, 'MiningField').map((f) => [attr(f, 'name'), f]));
  const [card] = find(root, 'Scorecard') as [Node];
  let invalid = false;

  const typed = (field: string, value: string): string | number | boolean =>
    types.get(field) === 'string'
      ? value
      : types.get(field) === 'boolean'
        ? value === 'true'
        : Number(value);
  const read = (field: string): string | number | boolean | undefined => {
    const use = uses.get(field) as Node;
    const given = facts[field];
    if (given !== undefined) return typed(field, String(given));
    if (attr(use, 'missingValueTreatment') === 'returnInvalid') invalid = true;
    const instead = attr(use, 'missingValueReplacement');
    return instead === undefined ? undefined : typed(field, instead);
  };
  const truth = (node: Node): boolean | 'unknown' => {
    const field = attr(node, 'field') ?? '';
    switch (tag(node)) {
      case 'True':
        return true;
      case 'False':
        return false;
      case 'SimplePredicate': {
        const value = read(field);
        const operator = attr(node, 'operator');
        if (operator === 'isMissing') return value === undefined;
        if (operator === 'isNotMissing') return value !== undefined;
        if (value === undefined) return 'unknown';
        const bound = typed(field, attr(node, 'value') as string);
        if (operator === 'equal') return value === bound;
        if (operator === 'notEqual') return value !== bound;
        if (operator === 'lessThan') return value < bound;
        if (operator === 'lessOrEqual') return value <= bound;
        return operator === 'greaterThan' ? value > bound : value >= bound;
      }
      case 'SimpleSetPredicate': {
        const value = read(field);
        if (value === undefined) return 'unknown';
        const [array] = find(node, 'Array') as [Node];
        const list = String(kids(array)[0]?.['#text'] ?? '').match(/"[^"]*"|\S+/g) ?? [];
        const isIn = list.some((one) => typed(field, one.replaceAll('"', '')) === value);
        return isIn === (attr(node, 'booleanOperator') === 'isIn');
      }
      default: {
        const of = kids(node).map(truth);
        switch (attr(node, 'booleanOperator')) {
          case 'and':
            return of.reduce((a, b) =>
              a === false || b === false ? false : a === true && b === true ? true : 'unknown',
            );
          case 'or':
            return of.reduce((a, b) =>
              a === true || b === true ? true : a === false && b === false ? false : 'unknown',
            );
          case 'xor':
            return of.reduce((a, b) => (a === 'unknown' || b === 'unknown' ? 'unknown' : a !== b));
          default:
            return of.reduce((a, b) => (a === 'unknown' ? b : a));
        }
      }
    }
  };

  let score = Number(attr(card, 'initialScore') ?? 0);
  for (const characteristic of find(card, 'Characteristic')) {
    // Asked for even where the first attribute is always true, as the engine reads its inputs.
    for (const leaf of find(characteristic, 'SimplePredicate')) read(attr(leaf, 'field') as string);
    for (const leaf of find(characteristic, 'SimpleSetPredicate')) {
      read(attr(leaf, 'field') as string);
    }
    const chosen = find(characteristic, 'Attribute').find((attribute) => {
      const [predicate] = kids(attribute).filter((kid) => tag(kid) !== '#text') as [Node];
      return truth(predicate) === true;
    });
    if (chosen === undefined) return undefined;
    score += Number(attr(chosen, 'partialScore'));
  }
  return invalid ? undefined : score;
}
