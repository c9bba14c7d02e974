/** Plain data by field. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * What a ledger's events say of a case or a person, and no limit reads: the number of the record that
 * proves a cause, who overrode a limit and why, the number of a scan or a report.
 */
export const WITHHELD: readonly string[] = [
  'evidence.reference',
  'override.actor',
  'override.reason',
  'reference',
];

/** An event in two: what everybody reads who decides, and what is withheld, by path. */
export interface Apart {
  readonly open: Fields;
  readonly hidden: Fields | undefined;
}

/**
 * Takes events apart. One without anything to withhold stays as it is.
 *
 * @param withheld - the paths, such as `evidence.reference`
 */
export function splitter(withheld: readonly string[]): (event: object) => Apart {
  const paths = withheld.map((path) => {
    const [outer = '', inner] = path.split('.');
    return { path, outer, inner };
  });
  return (event) => {
    const whole = event as Fields;
    if (paths.every(({ outer }) => whole[outer] === undefined))
      return { open: whole, hidden: undefined };
    const open: Record<string, unknown> = { ...whole };
    let hidden: Record<string, unknown> | undefined;
    for (const { path, outer, inner } of paths) {
      const value = open[outer];
      if (value === undefined) continue;
      if (inner === undefined) {
        hidden = { ...hidden, [path]: value };
        open[outer] = undefined;
      } else if (typeof value === 'object' && value !== null && inner in value) {
        const { [inner]: own, ...rest } = value as Fields;
        hidden = { ...hidden, [path]: own };
        open[outer] = rest;
      }
    }
    return { open, hidden };
  };
}

/** The event as it was before it was taken apart. */
export function together<E extends object>(event: E, hidden: Fields): E {
  const whole = { ...event } as Record<string, unknown>;
  for (const [path, value] of Object.entries(hidden)) {
    const [outer = '', inner] = path.split('.');
    whole[outer] = inner === undefined ? value : { ...(whole[outer] as Fields), [inner]: value };
  }
  return whole as E;
}
