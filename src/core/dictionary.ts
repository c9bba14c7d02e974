/** Values that stand again and again, each with a number from 0 on in the order they came. */
export interface Dictionary<T> {
  numberOf(value: T): number;
  at(number: number): T;
}

/** A dictionary of values that are alike where their keys are. */
export function dictionary<T>(keyOf: (value: T) => string): Dictionary<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    numberOf(value) {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
    at: (number) => values[number] as T,
  };
}
