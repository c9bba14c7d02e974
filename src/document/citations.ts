import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import type { DocumentBase } from './document.js';

/**
 * What is wrong with a document's frame: dates inverted, citations repeated, a `cite` that leads
 * nowhere, a number only remembered in a document that claims to be in force.
 */
export function documentIssues(document: DocumentBase): Issue[] {
  requireArgument('documentIssues', 'document', document, { citations: 'array' });
  const issues: Issue[] = [];
  if (document.to !== undefined && document.to < document.from) {
    issues.push(
      errorAt('validity-inverted', ['to'], { given: document.to, expected: document.from }),
    );
  }
  const { transition } = document;
  if (transition !== undefined) {
    if (transition.replaces === `${document.id}@${document.version}`) {
      const params = {
        given: transition.replaces,
        expected: `not ${document.id}@${document.version}`,
      };
      issues.push(errorAt('transition-wrong', ['transition', 'replaces'], params));
    }
    if (transition.keep === 'old-level-until' && transition.until < document.from) {
      const params = { given: transition.until, expected: `>= ${document.from}` };
      issues.push(errorAt('transition-wrong', ['transition', 'until'], params));
    }
  }
  const known = new Map<string, number>();
  document.citations.forEach((citation, i) => {
    if (known.has(citation.id)) {
      issues.push(errorAt('repeated-name', ['citations', i, 'id'], { given: citation.id }));
    }
    known.set(citation.id, i);
  });
  for (const { path, cite } of citesOf(document)) {
    const at = known.get(cite);
    if (at === undefined) {
      issues.push(errorAt('citation-dangling', path, { given: cite, expected: [...known.keys()] }));
    } else if (
      document.status === 'in-force' &&
      document.citations[at]?.confidence !== 'verified'
    ) {
      issues.push(
        warningAt('unsure-in-force', path, {
          given: cite,
          confidence: document.citations[at]?.confidence ?? '',
        }),
      );
    }
  }
  return issues;
}

/** Every `cite` field anywhere in a document, with its path; the keys of a `table` are values, not fields. */
function citesOf(
  value: unknown,
  path: Issue['path'] = [],
): { path: Issue['path']; cite: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'cite' && typeof item === 'string') return [{ path: here, cite: item }];
    return key === 'table' ? [] : citesOf(item, here);
  });
}
