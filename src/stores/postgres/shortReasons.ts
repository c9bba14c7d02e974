/** Plain data by field. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * A limit's reason to refuse a visit as it is kept: each thing once, where the reason tells most of them twice, for whoever
 * reads it and for its texts. Any other reason, or one that tells more, is kept as it is.
 *
 * @param visit - the visit that is refused
 */
export function reasonInShort(reason: unknown, visit: unknown): unknown {
  const whole = reason as Fields;
  if (!isLimits(whole, visit)) return reason;
  const { code, limit, params, visits, items, free } = whole;
  const { used, most } = params as Fields;
  return { code, limit, used, most, visits, items, free };
}

/** A refusal as it was before it was kept in short; it is one, whatever else it says. */
export function refusalInFull(event: object): object {
  const { because, visit } = event as Fields;
  const full = { ...event, type: 'refused' };
  if (!Array.isArray(because)) return full;
  return { ...full, because: because.map((kept) => reasonInFull(kept, visit)) };
}

function reasonInFull(kept: unknown, visit: unknown): unknown {
  if (typeof kept !== 'object' || kept === null || 'params' in kept) return kept;
  const { code, limit, used, most, visits, items, free, ...more } = kept as Fields;
  if (used === undefined || Object.keys(more).length > 0) return kept;
  return {
    ...{ code, severity: 'error', path: ['day'] },
    params: { id: visit, limit, used, most, visits, free: free ?? '-' },
    ...{ limit, visits },
    ...(items === undefined ? {} : { items }),
    ...(free === undefined ? {} : { free }),
  };
}

/** Whether it tells what a limit's reason tells, and nothing else. */
function isLimits(reason: Fields, visit: unknown): boolean {
  if (typeof reason !== 'object' || reason === null) return false;
  const { severity, path, params } = reason;
  if (severity !== 'error' || !Array.isArray(path) || path.length !== 1 || path[0] !== 'day')
    return false;
  const told = params as Fields | undefined;
  if (typeof told !== 'object' || told === null) return false;
  const { id, limit, used, most, visits, free } = told;
  if (id !== visit || limit === undefined || limit !== reason['limit']) return false;
  if (typeof used !== 'number' || typeof most !== 'number') return false;
  if (!Array.isArray(visits) || visits !== reason['visits']) return false;
  if (free !== (reason['free'] ?? '-')) return false;
  for (const field in reason) if (!OF_REASON.has(field)) return false;
  for (const field in told) if (!OF_PARAMS.has(field)) return false;
  return true;
}

const OF_REASON = new Set([
  'code',
  'severity',
  'path',
  'params',
  'limit',
  'visits',
  'items',
  'free',
]);
const OF_PARAMS = new Set(['id', 'limit', 'used', 'most', 'visits', 'free']);
