import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../../document/checkedDocument.js';
import { documentIssues } from '../../document/citations.js';
import { SYSTEMS, type SystemDuties } from './duties.js';
import { systemDutiesSchema } from './dutiesSchema.js';

/**
 * The duties of the three systems out of plain data.
 *
 * @throws `bad-document` with every issue, see `safeParseSystemDuties`
 */
export function parseSystemDuties(value: unknown): SystemDuties {
  return soundDocument(safeParseSystemDuties(value));
}

/**
 * The same with what is wrong returned: `repeated-name`, `term-without-after` for a term of what does not
 * come after, the warning `system-without-duty`, and the issues of every document.
 */
export function safeParseSystemDuties(value: unknown): CheckedDocument<SystemDuties> {
  return checkedDocument(systemDutiesSchema, checkSystemDuties, value);
}

function checkSystemDuties(document: SystemDuties): Issue[] {
  const { duties } = document;
  const issues = documentIssues(document);
  duties.forEach(({ id, needs }, i) => {
    if (duties.findIndex((one) => one.id === id) < i) {
      issues.push(errorAt('repeated-name', ['duties', i, 'id'], { given: id }));
    }
    if (needs.within !== undefined && needs.place !== 'after') {
      const params = { given: id, expected: 'after' };
      issues.push(errorAt('term-without-after', ['duties', i, 'needs'], params));
    }
  });
  for (const system of SYSTEMS) {
    if (duties.some((one) => one.system === system)) continue;
    issues.push(warningAt('system-without-duty', ['duties'], { given: system }));
  }
  return issues;
}
