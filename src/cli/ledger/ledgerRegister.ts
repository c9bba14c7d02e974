import type { Day } from '../../core/day.js';
import type { LedgerRegister } from '../../visits/ledger/readRequest.js';
import { requireClean } from '../findings.js';
import { inputFiles, requiredFile } from '../inputFiles.js';
import type { Desk } from '../io.js';
import { readFiles } from '../readInput.js';

/**
 * The firms of a register's folder, with its authorities and items where it has files of them: what is
 * asked for beside them is refused by name.
 *
 * @throws `input-file-missing` without entities; what `readFiles` and `requireClean` throw
 */
export async function ledgerRegister(
  desk: Desk,
  folder: string,
  asOf: Day,
): Promise<LedgerRegister> {
  const options = { in: folder };
  const { entities, authorities, items, programme, inspectors, districts } = await inputFiles(
    desk,
    options,
  );
  requiredFile(entities === undefined ? {} : { entities }, 'entities', options);
  const files = Object.fromEntries(
    Object.entries({ entities, authorities, items, programme, inspectors, districts }).filter(
      ([, path]) => path !== undefined,
    ),
  );
  const reading = { encoding: 'auto', source: [] } as const;
  const { register, findings } = await readFiles(desk, files, reading, asOf, false);
  requireClean(findings, false);
  if (register === undefined) return {};
  return {
    entities: register,
    ...(authorities === undefined
      ? {}
      : { authorities: new Set(register.authorities.map(({ id }) => id)) }),
    ...(items === undefined ? {} : { items: new Map(register.items.map((one) => [one.id, one])) }),
  };
}
