import type { ProgrammeDocument } from '../../../src/programme/programme.js';
import * as library from '../../../src/schemes/index.js';

const KINDS: ReadonlySet<string> = new Set(['scheme', 'matrix', 'schedule', 'cap', 'sampling']);

/** Every published document a programme can hold, by the name it is exported under. */
export function libraryByName(): readonly (readonly [name: string, document: ProgrammeDocument])[] {
  return Object.entries(library as Readonly<Record<string, unknown>>).flatMap(([name, one]) =>
    [one]
      .flat()
      .filter((item): item is ProgrammeDocument =>
        KINDS.has((item as { kind?: string }).kind ?? ''),
      )
      .map((item, i): readonly [string, ProgrammeDocument] => [
        Array.isArray(one) ? `${name}[${i}]` : name,
        item,
      ]),
  );
}

/** The same without their names. */
export const libraryDocuments = (): readonly ProgrammeDocument[] =>
  libraryByName().map(([, document]) => document);
