import { basename } from 'node:path';
import { EvenhandError } from '../core/error.js';
import type { FrameRow } from '../notice/checks/case.js';
import { streamRows } from './files/readRows.js';
import type { RawRow } from './files/rows.js';
import { errorsOf } from './findings.js';
import type { Desk } from './io.js';

/** A cell that a spreadsheet would run was written with an apostrophe before it. */
const GUARDED = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/** Whoever takes the rows of a frame one by one. */
export interface RowTaker {
  readonly add: (row: FrameRow) => void;
}

/** Gives the rows of a frame to a verifier as they are read; none is kept. */
export async function frameRead<T extends RowTaker>(
  desk: Desk,
  path: string,
  newVerifier: () => T,
): Promise<T> {
  const name = basename(path);
  let verifier = newVerifier();
  let lacking = new Set<string>();
  const { issues } = await streamRows(
    path,
    {
      onProgress(bytes, total) {
        if (bytes <= 1 << 16) desk.bar.stage({ zh: `读取 ${name}`, en: `reading ${name}` }, total);
        desk.bar.reach(bytes);
      },
    },
    () => {
      verifier = newVerifier();
      lacking = new Set();
      const taker = {
        length: 0,
        push({ values }: RawRow) {
          taker.length++;
          for (const field of FRAME_FIELDS) {
            if (values[field] === undefined) lacking.add(field);
          }
          verifier.add(frameRow(values));
        },
      };
      return taker;
    },
  );
  const errors = errorsOf(issues);
  for (const field of lacking) {
    errors.push({
      ...{ code: 'missing-column', severity: 'error', path: [field], file: name },
      params: { given: field, expected: [field] },
    });
  }
  if (errors.length > 0) {
    throw new EvenhandError('file-not-whole', `\`${path}\` is no whole frame`, [
      { code: 'file-not-whole', severity: 'error', path: [], params: { given: name } },
      ...errors,
    ]);
  }
  return verifier;
}

const FRAME_FIELDS = ['task', 'id', 'stratum'] as const;

function frameRow(values: RawRow['values']): FrameRow {
  const { weight } = values;
  return {
    task: unguarded(values['task']),
    id: unguarded(values['id']),
    stratum: unguarded(values['stratum']),
    ...(weight === undefined || weight === '' ? {} : { weight: Number(weight) }),
  };
}

const unguarded = (value: unknown): string => String(value).replace(GUARDED, '');
