/**
 * Ten restaurants, three to be inspected: the whole draw, small enough to follow with a pencil.
 *
 * The dice below are an example. In a real draw notice A names the source before anybody can know
 * what it will give.
 */
import { drawSample, frameRoot, quotas } from 'evenhand/draw';
import { drawKey, drawSeed, ticket } from 'evenhand/ticket';

const frame = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'].map((name, i) => ({
  id: `示例餐厅${name}`,
  stratum: i < 4 ? 's01' : 's02',
}));

// Before: who can be drawn, and how many of them.
const perStratum = quotas(frame, { s01: '50%', s02: '10%' }, 'at-least');
console.log('Notice A');
console.log(`  frame root ${frameRoot(frame)}`);
for (const [stratum, quota] of Object.entries(perStratum)) {
  const size = frame.filter((unit) => unit.stratum === stratum).length;
  console.log(`  ${stratum}: draw ${quota} of ${size}`);
}

// Chance: 39 ten-sided dice, rolled in public.
const dice = '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1.0.6.5.5.3.8.2.9.9.1.7.4.0.2.6.3.8.1.5';
const seed = drawSeed({ drawId: 'EX-2026-001', entropy: [{ label: 'dice', value: dice }] });
const key = drawKey(seed, 'select:all');
console.log(`\nseed ${seed}\nkey  ${key}`);

// After: every ticket is SHA-256 of the key and the id, and the smallest of a stratum are in.
const { strata } = drawSample({ key, frame, quotas: perStratum, substitutes: 1 });
for (const { stratum, selected, substitutes, lastIn } of strata) {
  console.log(`\n${stratum}`);
  const tickets = frame
    .filter((unit) => unit.stratum === stratum)
    .map(({ id }) => ({ id, ticket: ticket(key, id) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  for (const { id, ticket } of tickets) {
    const isIn = selected.some((drawn) => drawn.id === id);
    const isNext = substitutes.some((drawn) => drawn.id === id);
    const mark = isIn ? 'drawn' : isNext ? 'substitute' : '';
    console.log(`  ${ticket.slice(0, 12)}…  ${id}  ${mark}`.trimEnd());
  }
  console.log(`  last in ${lastIn?.slice(0, 12)}…`);
}

// Anyone: one hash says whether a firm is drawn.
const mine = ticket(key, '示例餐厅丙');
const isDrawn = mine <= (strata[0]?.lastIn ?? '');
console.log(`\n示例餐厅丙：${mine.slice(0, 12)}… ${isDrawn ? 'drawn' : 'not drawn'}`);
