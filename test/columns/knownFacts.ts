import * as fc from 'fast-check';

/** Facts that columns hold as they are, none missing. */
export const known = fc.record({
  count: fc.nat(20),
  share: fc.integer({ min: -20, max: 25 }).map((n) => n / 10),
  word: fc.constantFrom('x', 'y', 'z'),
  flag: fc.boolean(),
  code: fc.constantFrom('6210', '6299', '6', '7100', '8'),
  day: fc.constantFrom('2022-02-28', '2023-06-30', '2024-02-29', '2025-01-01'),
});
