import { COLUMNS_CODES } from 'evenhand/columns';
import { expect, it } from 'vitest';
import { columnsTexts } from '../../src/texts/columns.js';

it('has a text in both languages for every code of columns', () =>
  expect(Object.keys(columnsTexts).sort()).toEqual(COLUMNS_CODES.toSorted()));
