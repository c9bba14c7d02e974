import { errorAt, type Issue } from '../core/issue.js';

/** Texts and names with half a character: they have no UTF-8, so a document with them has no digest. */
export function brokenTexts(value: unknown, path: Issue['path'] = []): Issue[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [broken(value, path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key.toWellFormed()];
    return [...(key.isWellFormed() ? [] : [broken(key, here)]), ...brokenTexts(one, here)];
  });
}

/** The value with a sign in the place of each half character. */
export function withWholeTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withWholeTexts);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toWellFormed(), withWholeTexts(one)]),
  );
}

const broken = (text: string, path: Issue['path']): Issue =>
  errorAt('text-broken', path, { given: text.toWellFormed() });
