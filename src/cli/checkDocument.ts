import type { Issue } from '../core/issue.js';
import { checkSampling } from '../draw/checkSampling.js';
import type { Sampling } from '../draw/sampling.js';
import { checkMatrix } from '../matrix/checkMatrix.js';
import type { Matrix } from '../matrix/matrix.js';
import { safeParseAmendment } from '../notice/amend/parseAmendment.js';
import { checkDrawRegister } from '../notice/drawRegister/checkDrawRegister.js';
import type { DrawRegister } from '../notice/drawRegister/drawRegister.js';
import { safeParseNoticeA, safeParseNoticeB } from '../notice/parseNotice.js';
import { safeParseProof } from '../notice/proof/parseProof.js';
import { safeParseSealed } from '../notice/seal/parseSealed.js';
import { programmeIssues } from '../programme/parseProgramme.js';
import { documentSchema } from '../programme/programmeSchema.js';
import { safeParsed } from '../register/parsed.js';
import { checkScheme } from '../scoring/check.js';
import type { Scheme } from '../scoring/scheme.js';
import type { Cap } from '../visits/cap.js';
import { checkCap } from '../visits/checkCap.js';
import { inFile, readDocument } from './readDocument.js';

/** What is wrong with a programme, a document of any kind, or a notice, told apart by its `schema`. */
export function documentIssues(value: unknown): readonly Issue[] {
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema === 'evenhand/programme/1') return programmeIssues(value);
  if (schema === 'evenhand/notice-a/1') return issuesOf(safeParseNoticeA(value));
  if (schema === 'evenhand/notice-b/1') return issuesOf(safeParseNoticeB(value));
  if (schema === 'evenhand/amendment/1') return issuesOf(safeParseAmendment(value));
  if (schema === 'evenhand/sealed-b/1') return issuesOf(safeParseSealed(value));
  if (schema === 'evenhand/proof/1') return issuesOf(safeParseProof(value));
  if (schema === 'evenhand/draw-register/1') return checkDrawRegister(value as DrawRegister);
  const shape = safeParsed(documentSchema, value);
  if (!shape.ok) return shape.issues;
  switch (shape.value.kind) {
    case 'scheme':
      return checkScheme(shape.value as Scheme);
    case 'matrix':
      return checkMatrix(shape.value as Matrix);
    case 'cap':
      return checkCap(shape.value as Cap);
    case 'sampling':
      return checkSampling(shape.value as Sampling);
  }
}

const issuesOf = (
  parsed: { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] },
): readonly Issue[] => (parsed.ok ? [] : parsed.issues);

/** The same for a file, with its name. */
export async function checkDocument(path: string): Promise<readonly Issue[]> {
  const { value, issues } = await readDocument(path);
  return value === undefined ? issues : inFile(path, documentIssues(value)).issues;
}
