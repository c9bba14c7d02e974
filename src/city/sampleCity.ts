import { requireArgument } from '../core/argument.js';
import { type Day, isDay, noSuchDay } from '../core/day.js';
import { mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import type { ProgrammeSource } from '../programme/programme.js';
import { holds } from '../register/condition.js';
import type { Entity, Register, Task } from '../register/nouns.js';
import { exampleProgramme } from '../schemes/exampleProgramme.js';
import { cityAuthorities } from './cityAuthorities.js';
import { cityEntity } from './cityEntity.js';
import { cityInspectors } from './cityInspectors.js';
import { CITY_ITEMS } from './cityItems.js';
import { cityTasks } from './cityTasks.js';
import { repairPeriods } from './repairPeriods.js';
import { spansOf } from './spans.js';

/** A made-up city, ready to be planned: who is supervised, by whom, what for, and by which rules. */
export interface City {
  readonly register: Register;
  readonly tasks: readonly Task[];
  readonly programme: ProgrammeSource;
  readonly asOf: Day;
  readonly year: number;
}

/**
 * A made-up city of the shape of Beijing, with a year's tasks, to learn from and to test with. No
 * firm, inspector, event or authority in it is real, and nothing follows from it about a real city.
 *
 * Equal options give the same city in every engine. A firm depends on its number, the seed and
 * `asOf` only: the first thousand of a city of two thousand are the city of a thousand. A task for which a
 * small city has no firm is left out.
 *
 * @param options.entities - how many firms, 20000 by default
 * @param options.seed - any text
 * @param options.asOf - the register's day: nothing in it is known later
 * @param options.year - the year the tasks are for
 * @returns entities, inspectors, items and authorities by id bytes, events by day, as
 * `registerFromRows` returns them
 * @throws `bad-value` for a number of entities or a year out of range, `no-such-day`
 *
 * @source The shares of credit grades, 73.2 / 18.7 / 5.2 / 3.0 %, are aimed at 22,186 / 5,658 /
 * 1,581 / 898 enterprises of 巴彦淖尔 2022 (stated by a secondary page, for classes of credit risk and
 * enterprises of the new economy). The other shares are examples, see docs/sample-city.md.
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 *
 * const { register } = sampleCity({ entities: 1000 });
 * register.entities.filter((firm) => firm.name === '示例企业00017').length; // => 1
 * ```
 */
export function sampleCity(
  options: {
    readonly entities?: number;
    readonly seed?: string;
    readonly asOf?: Day;
    readonly year?: number;
  } = {},
): City {
  requireArgument('sampleCity', 'options', options, 'object');
  const { entities: size = 20_000, seed = 'evenhand', asOf = '2025-12-31', year = 2026 } = options;
  checkRange('entities', size, 1, 9_999_999);
  if (!isDay(asOf)) throw noSuchDay(asOf, 'asOf');
  // Room for thirty years before, and for certificates after.
  checkRange('asOf', Number(asOf.slice(0, 4)), 1900, 9900);
  checkRange('year', year, 1900, 9900);
  const from = { seed, spans: spansOf(asOf), repairs: repairPeriods() };
  const firms = Array.from({ length: size }, (_, i) => cityEntity(i + 1, from));
  const inspectors = cityInspectors({ seed, asOf, year, entities: firms });
  return {
    register: {
      entities: sortedBy(firms, ({ id }) => id),
      inspectors,
      authorities: cityAuthorities(),
      items: CITY_ITEMS,
    },
    tasks: cityTasks(year, size).filter((task) => firms.some((firm) => isOf(task, firm, asOf))),
    programme: exampleProgramme,
    asOf,
    year,
  };
}

/** Whether a task has anything to do with a firm: of a small city some have with none, and are left out. */
const isOf = ({ scope }: Task, firm: Entity, asOf: Day): boolean =>
  (firm.state ?? 'active') === 'active' && holds(scope, firm, asOf) === 'yes';

function checkRange(name: string, given: number, from: number, to: number): void {
  if (Number.isSafeInteger(given) && given >= from && given <= to) return;
  const expected = `${from}..${to}`;
  throw mistake('bad-value', `bad \`${name}\` of a city: \`${given}\` (expected ${expected})`, {
    given: String(given),
    expected,
  });
}
