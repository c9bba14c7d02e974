import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import { cellsOf, NO_CELL } from '../cells.js';
import { NO_LEVEL } from '../level.js';
import type { Draft } from './draft.js';
import type { RiskCode } from './riskCode.js';
import { word } from './word.js';

/** The place of a row's cell, `NO_CELL` where there is none: one look-up by scheme, level and grade. */
export function cellCode(at: ProgrammeAt, grade: number, risk: RiskCode, draft: Draft): Code {
  const { placeOf } = cellsOf(at);
  const grades = at.credit.compiled.levels.length;
  const levels = Math.max(...at.risk.map((one) => one.at.compiled.levels.length));
  const schemes = at.risk.length;
  // Behind the last grade, level and scheme a place for none.
  const table = new Uint16Array((schemes + 1) * (levels + 1) * (grades + 1)).fill(NO_CELL);
  at.risk.forEach((one, s) => {
    for (let l = 0; l < one.at.compiled.levels.length; l++) {
      for (let g = 0; g < grades; g++) {
        table[(s * (levels + 1) + l) * (grades + 1) + g] = placeOf(s, l, g);
      }
    }
  });
  const { of, constant, plus, times, chosen, isEqual, shiftedLeft } = word;
  const orNone = (local: number, none: number): Code =>
    chosen(constant(none), of(local), isEqual(of(local), constant(NO_LEVEL)));
  const scheme = risk.chosen === undefined ? constant(0) : orNone(risk.chosen, schemes);
  const ofLevel = plus(times(scheme, constant(levels + 1)), orNone(risk.level, levels));
  const index = plus(times(ofLevel, constant(grades + 1)), orNone(grade, grades));
  return [...shiftedLeft(index, 1), ...wasm.load16(draft.room.table(table))];
}
