/**
 * Names for columns of a statement: lower-case letters, digits and underlines, each once, so that
 * none needs a quotation mark whatever the document calls it.
 */
export function aliases(): (prefix: string, name: string) => string {
  const taken = new Set<string>();
  return (prefix, name) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 30);
    const stem = [prefix, plain].filter((part) => part !== '').join('_');
    let alias = stem;
    for (let n = 2; taken.has(alias); n++) alias = `${stem}_${n}`;
    taken.add(alias);
    return alias;
  };
}

/** A text as a comment may hold it: it can't end the line. */
export function commented(text: string): string {
  return text.replace(/[^\p{L}\p{N} .:@/_-]/gu, '?').replaceAll('--', '?');
}
