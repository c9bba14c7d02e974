import { safeParsePublication } from '../credit/publication/parsePublication.js';
import type { Publication } from '../credit/publication/publication.js';
import { safeParseRecordRules } from '../credit/record/parseRecordRules.js';
import type { RecordRules } from '../credit/record/recordRules.js';
import type { CheckedDocument } from '../document/checkedDocument.js';
import { parseProgramme } from '../programme/parseProgramme.js';
import type { Programme } from '../programme/programme.js';
import { exampleProgramme } from '../schemes/exampleProgramme.js';
import { examplePublication, exampleRecordRules } from '../schemes/exampleRecord.js';
import type { Desk } from './io.js';
import { readPlain } from './readPlain.js';
import { readTyped } from './readTyped.js';

/** The files that say how records are kept, published and repaired. */
export interface RecordDocumentOptions {
  readonly rules?: string;
  readonly publication?: readonly string[];
  readonly programme?: string;
}

/** The documents themselves; those of the example where no file is told, which is said. */
export interface RecordDocuments {
  readonly rules: RecordRules;
  readonly publication: readonly Publication[];
}

/** @throws `faulty-document` with what is wrong with which */
export async function recordDocuments(
  desk: Desk,
  { rules, publication = [] }: RecordDocumentOptions,
): Promise<RecordDocuments> {
  const read = <D>(file: string, parse: (value: unknown) => CheckedDocument<D>) =>
    readTyped(desk, file, parse);
  if (publication.length === 0 || rules === undefined) {
    desk.note(
      desk.say(
        '未指明的规则文件以示例代替（--rules、--publication）',
        'documents not told are those of the example (--rules, --publication)',
      ),
    );
  }
  const told = await Promise.all(publication.map((file) => read(file, safeParsePublication)));
  return {
    rules: rules === undefined ? exampleRecordRules : await read(rules, safeParseRecordRules),
    publication: told.length === 0 ? [examplePublication] : told,
  };
}

/** The programme of a file, or that of the example. */
export async function recordProgramme(
  desk: Desk,
  { programme }: RecordDocumentOptions,
): Promise<Programme> {
  return parseProgramme(
    programme === undefined ? exampleProgramme : await readPlain(desk.path(programme)),
  );
}
