import type { Subject } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import type { CompiledScheme, SchemeAt } from './compile.js';
import type { SchemeValue } from './constructs/construct.js';
import { readsOfValue } from './valueReads.js';
import { evaluateValue, valueFact } from './values.js';
import { isNoted, type View } from './view.js';

/**
 * What the rules see of an entity: its own facts, or a copy that takes up the values of the scheme.
 * A fact that bears the name of a value is never taken for it.
 */
export function openView({ compiled, asOf }: SchemeAt, subject: Subject): View {
  const { values, inputs, readsTotal } = compiled;
  const issues: View['issues'] = [];
  if (values === undefined && readsTotal !== true) return { subject, asOf, inputs, issues };
  const facts = { ...subject.facts };
  for (const { id } of values ?? []) if (Object.hasOwn(facts, id)) delete facts[id];
  const own = { ...subject, facts };
  return { subject: own, asOf, inputs, issues, faulty: new Set() };
}

/** Works out the values in their order; `early` only those a status hangs on, else the others. */
export function evaluateValues(at: SchemeAt, view: View, early: boolean): void {
  const { compiled, valueBounds } = at;
  const values = compiled.values ?? [];
  for (let i = 0; i < values.length; i++) {
    if (hangsOnStatus(compiled, i) !== early) continue;
    const value = values[i] as (typeof values)[number];
    const noted = view.issues.length;
    const given = evaluateValue(value, view, valueBounds[i]);
    if (given !== undefined)
      set(view, value.id, valueFact(given, compiled.inputs.get(value.id)?.places ?? 0));
    else if (view.issues.length > noted || isFaulty(compiled, i, view)) view.faulty?.add(value.id);
  }
}

const isFaulty = ({ scheme }: CompiledScheme, i: number, view: View): boolean =>
  readsOfValue(scheme.values?.[i] as SchemeValue).some(({ name }) => isNoted(name, view));

const hangsOnStatus = ({ early, statuses }: CompiledScheme, i: number): boolean =>
  statuses !== undefined && early?.[i] === true;

/** The score as a fact, for gates and overrides. */
export function setTotal(units: number, places: number, view: View): void {
  set(view, 'total', valueFact(units, places));
}

/** The copy that `openView` made is the only one written to. */
function set({ subject }: View, name: string, fact: Fact): void {
  (subject.facts as Record<string, Fact>)[name] = fact;
}
