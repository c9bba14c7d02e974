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
export function apart(
  event: object,
  withheld: readonly string[],
): { readonly open: Fields; readonly hidden: Fields | undefined } {
  const open: Record<string, unknown> = { ...event };
  const hidden: Record<string, unknown> = {};
  for (const path of withheld) {
    const [outer = '', inner] = path.split('.');
    const value = open[outer];
    if (value === undefined) continue;
    if (inner === undefined) {
      hidden[path] = value;
      delete open[outer];
    } else if (typeof value === 'object' && value !== null && inner in value) {
      const { [inner]: own, ...rest } = value as Fields;
      hidden[path] = own;
      open[outer] = rest;
    }
  }
  return { open, hidden: Object.keys(hidden).length > 0 ? hidden : undefined };
}

/** The event as it was before `apart`. */
export function together<E extends object>(event: E, hidden: Fields): E {
  const whole = { ...event } as Record<string, unknown>;
  for (const [path, value] of Object.entries(hidden)) {
    const [outer = '', inner] = path.split('.');
    whole[outer] = inner === undefined ? value : { ...(whole[outer] as Fields), [inner]: value };
  }
  return whole as E;
}
