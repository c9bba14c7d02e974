import { type Decimal, decimalText, placesOf, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type CompiledInput, isNumeric, readNumber } from '../inputs.js';
import { isNoted, type View } from '../view.js';

/** A number that a value is made of: an input or an earlier value, with its weight, or a constant. */
export type Member =
  | { readonly value: string; readonly weight?: Decimal }
  | { readonly constant: Decimal };

/** What a value does where a member is not known; `unknown` leaves the value itself unknown. */
export type MemberMissing = 'refuse' | 'skip' | 'unknown' | { readonly is: Decimal };

/** A member whose units times its factor are counts of one common unit. */
export interface CompiledMember {
  readonly input?: CompiledInput;
  readonly constant?: number;
  readonly factor: number;
}

/** A member as it was read: in common units, undefined where it is not known. */
export interface ReadMember {
  readonly name: string;
  readonly given: string | undefined;
  readonly units: number | undefined;
}

/** The places of inputs and values, by name. */
export type PlacesByName = ReadonlyMap<string, Pick<CompiledInput, 'places'>>;

/** The places of the common unit in which every member is a whole number. */
export function commonPlaces(members: readonly Member[], inputs: PlacesByName): number {
  return Math.max(
    0,
    ...members.map((member) =>
      'constant' in member
        ? placesOf(member.constant)
        : (inputs.get(member.value)?.places ?? 0) + placesOf(member.weight ?? 1),
    ),
  );
}

export function compileMembers(
  members: readonly Member[],
  inputs: ReadonlyMap<string, CompiledInput>,
  places: number,
): readonly CompiledMember[] {
  return members.map((member) => {
    if ('constant' in member) return { constant: scaled(member.constant, places), factor: 1 };
    const input = inputs.get(member.value) as CompiledInput;
    const weight = member.weight ?? 1;
    const room = places - input.places - placesOf(weight);
    return { input, factor: scaled(weight, placesOf(weight)) * 10 ** room };
  });
}

/** One member of one entity; a product beyond the safe integers is an issue, never a near miss. */
export function readMember({ input, constant, factor }: CompiledMember, view: View): ReadMember {
  if (input === undefined) return { name: '', given: String(constant), units: constant };
  const value = readNumber(input, view);
  if (value === undefined) return { name: input.name, given: undefined, units: undefined };
  const units = value * factor;
  const given = decimalText(value, input.places);
  if (Number.isSafeInteger(units))
    return { name: input.name, given, units: units === 0 ? 0 : units };
  noteTooLarge(input.name, given, view);
  return { name: input.name, given, units: 0 };
}

/** Notes, once, that a number cannot be held exactly. */
export function noteTooLarge(name: string, given: string, view: View): void {
  const isNoted = view.issues.some(
    ({ code, params }) => code === 'value-too-large' && params['input'] === name,
  );
  if (!isNoted) {
    view.issues.push(errorAt('value-too-large', ['facts', name], { given, input: name }));
  }
}

/** Notes a member that must be known and is not, unless it is known to be wrong. */
export function noteMissing(rule: string, input: string, view: View): void {
  if (isNoted(input, view)) return;
  view.issues.push(errorAt('missing-input', ['facts', input], { input, rule }));
}

/** So many places that every product of units and weights still has room among the safe integers. */
const MOST_PLACES = 12;

/** Members that are no numbers, or so fine that no common unit holds them. */
export function memberIssues(
  members: readonly Member[],
  inputs: ReadonlyMap<string, CompiledInput>,
  path: Issue['path'],
): Issue[] {
  const common = commonPlaces(members, inputs);
  if (common > MOST_PLACES) {
    return [errorAt('too-many-places', path, { given: common, expected: MOST_PLACES })];
  }
  return members.flatMap((member, i) => {
    const input = 'value' in member ? inputs.get(member.value) : undefined;
    if (input === undefined || isNumeric(input)) return [];
    const expected = 'integer | decimal | full-years';
    return [errorAt('input-type', [...path, i, 'value'], { given: input.name, expected })];
  });
}
