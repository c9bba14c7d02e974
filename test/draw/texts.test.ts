import { DRAW_CODES } from 'evenhand/draw';
import { expect, it } from 'vitest';
import { drawTexts } from '../../src/texts/draw.js';

it('has a text in both languages for every code of the draw', () =>
  expect(Object.keys(drawTexts).sort()).toEqual(DRAW_CODES.toSorted()));
