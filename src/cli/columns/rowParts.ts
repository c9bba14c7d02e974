import { columnsOf } from '../../columns/columnBuilder.js';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import { NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import type { Entity } from '../../register/nouns.js';
import type { InputFiles } from '../inputFiles.js';
import type { Desk } from '../io.js';
import { type ReadRegister, type ReadRegisterOptions, readRegister } from '../readRegister.js';
import { lastOf, visitedBy } from './entityFillers.js';
import type { PartFindings, RegisterPart } from './registerPart.js';

/** So many entities are held at once. */
const AT_ONCE = 50_000;

/**
 * Reads a register of any format row by row, and gives it part by part.
 *
 * @param isByColumns - whether columns hold what the programme reads; else each row stays an entity
 */
export async function readByRows(
  desk: Desk,
  files: InputFiles,
  options: ReadRegisterOptions,
  by: {
    readonly compiled: CompiledColumns;
    readonly isByColumns: boolean;
    readonly authorities: readonly string[];
  },
  use: (part: RegisterPart) => void,
): Promise<PartFindings> {
  const reading = await readRegister(desk, files, options);
  const { register } = reading;
  desk.bar.stage({ zh: '评定', en: 'assessing' }, register.entityCount);
  let some: Entity[] = [];
  let first = 0;
  const give = (): void => {
    use(partOf(some, first, by, reading.rowOf));
    first += some.length;
    desk.bar.tick(some.length);
    some = [];
  };
  await register.each((entity) => {
    if (some.push(entity) === AT_ONCE) give();
  });
  if (some.length > 0 || first === 0) give();
  return reading;
}

/** Entities at hand as a part of a register. */
export function partOf(
  entities: readonly Entity[],
  first: number,
  by: {
    readonly compiled: CompiledColumns;
    readonly isByColumns: boolean;
    readonly authorities: readonly string[];
  },
  rowOf: ReadRegister['rowOf'],
): RegisterPart {
  return {
    columns: by.isByColumns
      ? columnsOf(by.compiled, entities)
      : { size: entities.length, facts: {}, exceptions: new Map(entities.entries()) },
    ids: entities.map(({ id }) => id),
    ...{ first, visitedBy: visitedBy(entities) },
    lastVisit: Int32Array.from(entities, (entity) => {
      const day = lastOf(entity, by.authorities);
      return day === undefined ? NO_DAY : dayNumber(day);
    }),
    placeOf: (row) => rowOf((entities[row] as Entity).id),
  };
}
