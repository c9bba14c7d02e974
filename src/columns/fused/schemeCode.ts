import type { Code } from '../../core/wasmCode.js';
import type { SchemeAt } from '../../scoring/compile.js';
import type { EventBounds } from '../../scoring/constructs/compiledEvents.js';
import { type EventTerm, pointsAsked, unknownAsked } from '../eventQuestions.js';
import { mostOf } from '../schemeKernel.js';
import { FAR } from '../sums.js';
import { domainCode } from './domainCode.js';
import { type Draft, kept, markWhere } from './draft.js';
import { levelCode, statusCode } from './levelCode.js';
import { overrideCode } from './overrideCode.js';
import { termCode } from './termCode.js';
import { heldIn, word } from './word.js';

/** What a scheme says of a row, in locals. */
export interface SchemeCode {
  readonly code: Code;
  readonly units: number;
  readonly level: number;
  readonly band: number;
  readonly fired: number;
}

/** A scheme as code: domains, points, level, overrides, statuses, as `schemeKernel` has them. */
export function schemeCode(
  at: SchemeAt,
  draft: Draft,
  bins: readonly (number | undefined)[],
): SchemeCode {
  const { compiled } = at;
  const unknown = compiled.terms.flatMap((term) =>
    term.kind === 'events' && term.select?.kinds !== undefined
      ? markWhere(draft, word.isNot(word.isNot(draft.events.lane(unknownAsked(term.select.kinds)))))
      : [],
  );
  const { local: units, keep } = kept(draft, scoreCode(at, draft, bins));
  const score =
    compiled.readsTotal === true ? { units, places: compiled.scheme.places } : undefined;
  const levels = levelCode(compiled, draft, units, score);
  const overrides = overrideCode(at, draft, levels.level, score);
  return {
    code: [
      ...domainCode(compiled, draft),
      ...unknown,
      ...keep,
      ...levels.code,
      ...overrides.code,
      ...statusCode(compiled, draft, levels.level, score),
    ],
    ...{ units, level: levels.level, band: levels.band, fired: overrides.fired },
  };
}

/** The score: parts between their ends, then the total between its own. */
function scoreCode(at: SchemeAt, draft: Draft, bins: readonly (number | undefined)[]): Code {
  const { compiled, bounds } = at;
  const most = mostOf(at);
  const inPart = compiled.parts.map((): Code[] => []);
  const bare: Code[] = [];
  const codesOf = (part: number): Code[] => inPart[part] ?? bare;
  const open = new Map<number, EventTerm[]>();
  const points = (terms: readonly EventTerm[]): Code =>
    draft.events.lane(pointsAsked(terms, most, at.asOf));
  compiled.terms.forEach((term, i) => {
    const part = compiled.partOf[i] as number;
    if (term.kind !== 'events') {
      codesOf(part).push(termCode(term, { draft, most, bins: bins[i] }));
      return;
    }
    const one = { term, bounds: bounds[i] as EventBounds };
    // Events of a part are joined where each alone has no ends.
    if (term.min === -Infinity && term.max === Infinity) {
      open.set(part, [...(open.get(part) ?? []), one]);
    } else codesOf(part).push(held(points([one]), term, draft));
  });
  for (const [part, together] of open) codesOf(part).push(points(together));
  const sum = (codes: readonly Code[], start = 0): Code =>
    codes.reduce(word.plus, word.constant(start));
  const parts = compiled.parts.map((ends, i) => held(sum(codesOf(i)), ends, draft));
  return held(sum([...bare, ...parts], compiled.start), compiled.total, draft);
}

/** What some code leaves between two ends; no sum reaches as far as `FAR`. */
function held(
  code: Code,
  { min, max }: { readonly min: number; readonly max: number },
  draft: Draft,
): Code {
  if (min <= -FAR && max >= FAR) return code;
  const { local, keep } = kept(draft, code);
  const [low, high] = [Math.max(-FAR, min), Math.min(FAR, max)];
  return [...keep, ...heldIn(local, low, high)];
}
