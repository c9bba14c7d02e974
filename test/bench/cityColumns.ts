import type { EntityColumns } from '../../src/columns/entityColumns.js';
import { NO_DAY } from '../../src/columns/entityColumns.js';
import { dayNumber } from '../../src/core/day.js';

const KINDS = [
  'penalty-minor',
  'penalty-general',
  'penalty-serious',
  'report-late',
  'list-abnormal',
  'list-dishonest',
  'commitment-broken',
  'commitment-kept',
  'award',
  'finding-minor',
  'finding-serious',
  'complaint-upheld',
  'accident',
  'permit',
];
const INDUSTRIES = [
  '0610',
  '1311',
  '1499',
  '2511',
  '2631',
  '2710',
  '4710',
  '5169',
  '5225',
  '5265',
  '5411',
  '5911',
  '6110',
  '6210',
  '6431',
  '6550',
  '7010',
  '7210',
  '8011',
  '8321',
  '8412',
  '9011',
  '3511',
  '9999',
];
const TAX = ['A', 'B', 'M', 'C', 'D'];
const STANDARDS = ['none', 'basic', 'certified'];

/** Made-up entities with about 2.9 events each, by a small generator of its own: always the same. */
export function cityColumns(size: number, asOf: string): EntityColumns {
  let state = 7;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const today = dayNumber(asOf);
  const offsets = new Uint32Array(size + 1);
  const listOffsets = new Uint32Array(size + 1);
  const listCodes: number[] = [];
  for (let i = 0; i < size; i++) {
    offsets[i + 1] = (offsets[i] as number) + (below(4) === 0 ? 0 : 1 + below(7));
    if (below(40) === 0) listCodes.push(below(3));
    listOffsets[i + 1] = listCodes.length;
  }
  const count = offsets[size] as number;
  const kind = new Uint8Array(count);
  const on = new Int32Array(count);
  const repairedOn = new Int32Array(count).fill(NO_DAY);
  for (let e = 0; e < count; e++) {
    kind[e] = below(2) === 0 ? 13 : below(13);
    on[e] = today - below(1700);
    if (below(4) === 0) repairedOn[e] = (on[e] as number) + below(400);
  }
  const codes = (of: number) => Uint8Array.from({ length: size }, () => below(of));
  const valid = Uint8Array.from({ length: Math.ceil(size / 8) }, () => below(256));
  return {
    size,
    facts: {
      industry: { kind: 'code', codes: codes(INDUSTRIES.length), dictionary: INDUSTRIES },
      taxGrade: { kind: 'code', codes: codes(5), dictionary: TAX, valid },
      hazardous: { kind: 'boolean', values: codes(2) },
      crowd: {
        kind: 'number',
        values: Int32Array.from({ length: size }, () => below(400)),
        places: 0,
      },
      since: { kind: 'day', values: Int32Array.from({ length: size }, () => today - below(9000)) },
      standardised: { kind: 'code', codes: codes(3), dictionary: STANDARDS, valid },
    },
    lists: {
      offsets: listOffsets,
      codes: Uint8Array.from(listCodes),
      dictionary: ['abnormal-operations', 'serious-dishonesty', 'key-supervision'],
    },
    events: { offsets, kind, kinds: KINDS, on, repairedOn },
  };
}
