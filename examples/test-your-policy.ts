// An integrator's own suite: the laws of a programme, tried on the example and on two faulty ones.
import { exampleCredit, exampleMatrix, exampleProgramme } from 'evenhand/schemes';
import { type Law, programmeLaws } from 'evenhand/testing';
import * as fc from 'fast-check';

// In a suite of your own: for (const law of laws) it(law.name, () => fc.assert(law.property));
function report(laws: readonly Law[]): void {
  let holding = 0;
  for (const law of laws) {
    const { failed, errorInstance } = fc.check(law.property, { seed: 2026, numRuns: 100 });
    if (failed && errorInstance instanceof Error)
      console.log(`  ${law.name}\n    ${errorInstance.message}`);
    else holding++;
  }
  console.log(`  ${holding} of ${laws.length} laws hold`);
}

// The programme declares that a worse cell of its matrix is never drawn less.
const declared = { worseIsDrawnMore: true };
console.log('the example programme:');
report(programmeLaws(exampleProgramme, declared));

// Somebody mistypes a ratio: 3% where 30% was meant.
const { low } = exampleMatrix.cells;
const mistyped = {
  ...exampleMatrix,
  cells: { ...exampleMatrix.cells, low: { ...low, D: { ...low.D, ratio: '3%' } } },
};
// Somebody repays broken commitments: repaired, they weigh more than before.
const vengeful = {
  ...exampleCredit,
  terms: exampleCredit.terms.map((term) =>
    term.id === 'commitments-broken' && term.kind === 'events'
      ? { ...term, effects: term.effects.map((effect) => ({ ...effect, repaired: '-14' })) }
      : term,
  ),
};
console.log('with a mistyped ratio and a vengeful repair:');
report(
  programmeLaws(
    {
      ...exampleProgramme,
      documents: exampleProgramme.documents.map((document) => {
        if (document.id === mistyped.id) return mistyped;
        return document.id === vengeful.id ? vengeful : document;
      }),
    },
    declared,
  ),
);
