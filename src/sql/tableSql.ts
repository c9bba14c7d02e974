import type { CompiledAxis, CompiledTable } from '../scoring/constructs/table.js';
import { isNumeric } from '../scoring/inputs.js';
import { domainFaults } from './domainFaults.js';
import { binned, type TermSight } from './termSql.js';
import type { ValueDesk } from './valueSql.js';

/** The cell of a table; NULL where the value is unknown. */
export function tableSql(value: CompiledTable, desk: ValueDesk): string {
  const { sight } = desk;
  const places: string[] = [];
  value.axes.forEach((axis, i) => {
    const place = desk.column(`${value.id}_side_${i + 1}`, placeSql(axis, sight));
    // Where one side is not known, what comes after it is not looked at.
    const isRead = places.map((one) => `${one} IS NOT NULL`).join(' AND ');
    const faults = domainFaults([axis.input], sight);
    const seen = value.missing === 'refuse' || isRead === '';
    desk.fault(...faults.map((fault) => (seen ? fault : `(${isRead} AND ${fault})`)));
    if (value.missing === 'refuse') desk.fault(`${place} IS NULL`);
    places.push(place);
  });
  const strides = value.axes.map((_, i) =>
    value.axes.slice(i + 1).reduce((size, { keys }) => size * keys.length, 1),
  );
  const cell = desk.column(
    `${value.id}_cell`,
    places.map((place, i) => `${place} * ${strides[i]}`).join(' + '),
  );
  const content = (one: number | string): string =>
    typeof one === 'string' ? sight.dialect.text(one) : String(one);
  const instead = value.instead === undefined ? 'NULL' : content(value.instead);
  const turns = value.cells.map((one, i) => `WHEN ${i} THEN ${content(one)}`);
  const found = `CASE ${cell} ${turns.join(' ')} ELSE ${instead} END`;
  return value.gives === 'text' ? sight.dialect.bytes(found) : found;
}

/** The place of an entity on a side; NULL where the side is not known. */
function placeSql({ input, keys, edges }: CompiledAxis, sight: TermSight): string {
  if (isNumeric(input)) {
    const units = sight.units(input);
    if (edges !== undefined) {
      return binned(
        units,
        edges,
        edges.map((_, i) => i),
        'NULL',
      );
    }
    return chosen(units, (input.closed ?? []).map(String));
  }
  const held = sight.field(input.name);
  if (held.kind === 'boolean') {
    const [no, yes] = ['false', 'true'].map((key) => keys.indexOf(key));
    return `CASE WHEN ${held.sql} THEN ${yes} WHEN NOT ${held.sql} THEN ${no} END`;
  }
  return chosen(held.sql, keys.map(sight.dialect.text));
}

const chosen = (sql: string, texts: readonly string[]): string =>
  `CASE ${sql} ${texts.map((text, i) => `WHEN ${text} THEN ${i}`).join(' ')} END`;
