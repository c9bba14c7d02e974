import { sortedBy } from 'evenhand/core';
import {
  type RegisterOptions,
  type RegisterReading,
  type RegisterRows,
  registerIntake,
} from 'evenhand/register';

/** A register read row by row, put together again as `registerFromRows` gives it. */
export function throughIntake(rows: RegisterRows, options: RegisterOptions): RegisterReading {
  const intake = registerIntake(rows, options);
  for (const row of rows.entities) intake.takeEntity(row);
  for (const row of rows.events ?? []) intake.takeEvent(row);
  const { register, issues, setAside, again } = intake.done();
  const take = again();
  const entities = rows.entities.flatMap((row) => take(row) ?? []);
  return {
    register: { entities: sortedBy(entities, ({ id }) => id), ...register },
    issues,
    setAside,
  };
}
