/** No key. */
const NONE = -1;

/** Whether two keys are equal; they are integers from 0, spread over their lowest bits. */
export function hasEqualKeys(keys: Float64Array): boolean {
  const count = keys.length;
  let slots = 1;
  while (slots < 2 * count) slots *= 2;
  const table = new Float64Array(slots).fill(NONE);
  for (let i = 0; i < count; i++) {
    const key = keys[i] as number;
    let slot = key & (slots - 1);
    for (; table[slot] !== NONE; slot = (slot + 1) & (slots - 1)) {
      if (table[slot] === key) return true;
    }
    table[slot] = key;
  }
  return false;
}
