import type { FrameUnit, Sample } from 'evenhand/draw';
import { plainTicket } from '../ticket/plainTicket.js';

/** The specification's section 2 once more: every unit in an object, everything sorted, BigInt keys. */
export interface PlainInput {
  key: string;
  frame: readonly FrameUnit[];
  quotas: Record<string, number>;
  method?: 'equal' | 'pareto';
  offset?: number;
  substitutes?: number;
}

interface Row {
  id: string;
  ticket: string;
  weight: number;
  first52: bigint;
}

export function plainDraw(input: PlainInput): Sample {
  const codes = Object.keys(input.quotas).sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return { strata: codes.map((code) => plainStratum(code, input)) };
}

function plainStratum(code: string, input: PlainInput) {
  const asked = input.quotas[code] as number;
  const rows: Row[] = input.frame
    .filter(({ stratum }) => stratum === code)
    .map(({ id, weight = 1 }) => {
      const ticket = plainTicket(input.key, id);
      return { id, ticket, weight, first52: BigInt(`0x${ticket}`) >> 204n };
    });
  const { order, takeAll, count } =
    input.method === 'pareto' ? byPareto(rows, asked) : byTicket(rows, asked, input.offset ?? 0);
  const show = ({ id, ticket }: Row) => ({ id, ticket });
  const [lastIn, firstOut] = [order[count - 1]?.ticket, order[count]?.ticket];
  return {
    stratum: code,
    size: rows.length,
    quota: asked,
    takeAll,
    selected: order.slice(0, count).map(show),
    substitutes: order.slice(count, count + (input.substitutes ?? 0)).map(show),
    ...(lastIn === undefined ? {} : { lastIn }),
    ...(firstOut === undefined ? {} : { firstOut }),
  };
}

const byBytes = (a: Row, b: Row): number => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
const byTicketThenId = (a: Row, b: Row): number =>
  Buffer.compare(Buffer.from(a.ticket, 'hex'), Buffer.from(b.ticket, 'hex')) || byBytes(a, b);

function byTicket(rows: Row[], asked: number, offset: number) {
  const range = 1n << 52n;
  const place = ({ first52 }: Row): bigint => (first52 - BigInt(offset) + range) % range;
  const order = rows.toSorted((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x < y ? -1 : x > y ? 1 : byTicketThenId(a, b);
  });
  return { order, takeAll: [], count: Math.min(asked, rows.length) };
}

function byPareto(all: Row[], asked: number) {
  let rest = all;
  let n = Math.min(asked, all.length);
  let W = all.reduce((sum, { weight }) => sum + weight, 0);
  const certain: Row[] = [];
  while (rest.some(({ weight }) => n * weight >= W)) {
    const now = rest.filter(({ weight }) => n * weight >= W);
    rest = rest.filter((row) => !now.includes(row));
    certain.push(...now);
    n -= now.length;
    W -= now.reduce((sum, { weight }) => sum + weight, 0);
  }
  const Q = ({ first52, weight: w }: Row): number => {
    const u = Number(2n * first52 + 1n) / 2 ** 53;
    return (u / (1 - u)) * ((W - n * w) / (n * w));
  };
  const order = rest.toSorted((a, b) => (n > 0 ? Q(a) - Q(b) : 0) || byTicketThenId(a, b));
  return { order, takeAll: certain.sort(byBytes).map(({ id }) => id), count: n };
}
