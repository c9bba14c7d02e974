// Assessment by columns beside a loop written by hand for the example programme and nothing else.
import { assessColumns } from '../../src/columns/assessColumns.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { cityColumns } from './cityColumns.js';
import { handKernel } from './handKernel.js';
import { inTurn, machine } from './measure.js';

const size = Number(process.argv[2] ?? 2_080_000);
const asOf = '2025-12-31';
const compiled = compileColumns(parseProgramme(exampleProgramme).at(asOf));
const columns = cityColumns(size, asOf);
const hand = handKernel(compiled.at, columns);

const answer = assessColumns(compiled, columns);
const byHand = hand();
for (let i = 0; i < size; i++) {
  if (
    answer.credit.units[i] !== byHand.credit[i] ||
    answer.risk.units[i] !== byHand.risk[i] ||
    answer.cell[i] !== byHand.cell[i]
  ) {
    throw new Error(
      `row ${i}: ${answer.credit.units[i]} ${byHand.credit[i]} ${answer.risk.units[i]} ${byHand.risk[i]} ${answer.cell[i]} ${byHand.cell[i]}`,
    );
  }
}
const times = inTurn(7, size, {
  hand,
  columns: () => assessColumns(compiled, columns),
  traced: () => assessColumns(compiled, columns, { trace: true }),
});
const { hand: reference = 0, columns: plain = 0, traced = 0 } = times;
console.log(`${machine()}; ${size} entities, ${columns.events?.kind.length} events; medians of 7`);
console.log(`by hand               ${reference.toFixed(1)} ns an entity`);
console.log(
  `columns               ${plain.toFixed(1)} ns an entity, ${(plain / reference).toFixed(2)} × by hand`,
);
console.log(
  `columns with trace    ${traced.toFixed(1)} ns an entity, ${(traced / reference).toFixed(2)} × by hand`,
);
