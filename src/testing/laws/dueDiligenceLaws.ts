import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays } from '../../core/day.js';
import { type DueDiligenceInput, dueDiligence } from '../../oversight/dueDiligence.js';
import type { DueDiligenceFile } from '../../oversight/dueDiligenceTypes.js';
import { parseProgramme } from '../../programme/parseProgramme.js';
import type { ProgrammeSource } from '../../programme/programme.js';
import { arbitraryEntityOnDay } from '../arbitraries/entity.js';
import { changes, differs, firstFinding, type Law, law } from './law.js';

/** How a platform writes due-diligence files. */
export interface DueDiligencePlatform {
  readonly write?: (input: DueDiligenceInput) => DueDiligenceFile;
}

/**
 * What must hold for a due-diligence file: what was known then never changes by what is learnt later, and
 * nothing that was learnt later stands among it.
 *
 * @param source - the programme that applied
 * @param platform - what is tried; this library's own where left out
 */
export function dueDiligenceLaws(
  source: ProgrammeSource,
  platform: DueDiligencePlatform = {},
): Law[] {
  requireArgument('dueDiligenceLaws', 'source', source, 'object');
  requireArgument('dueDiligenceLaws', 'platform', platform, 'object');
  const { write = dueDiligence } = platform;
  const programme = parseProgramme(source);
  const cases = fc.tuple(arbitraryEntityOnDay(source), fc.integer({ min: 1, max: 400 }));
  return [
    law(
      'gives what was known then whenever it is written',
      cases,
      ([{ entity, asOf: day }, later]) => {
        const learnt = entity.events.map((event, i) => ({
          ...event,
          id: `${event.id}-late`,
          on: event.on <= day ? event.on : day,
          knownOn: addDays(day, 1 + i),
        }));
        const then = write({ programme, firm: entity, day });
        const since = write({
          ...{ programme, day, writtenOn: addDays(day, later) },
          firm: { ...entity, events: [...entity.events, ...learnt] },
        });
        return differs([then.digest, then.then], [since.digest, since.then]);
      },
    ),
    law(
      'has nothing among what was known that was learnt later',
      cases,
      ([{ entity, asOf: day }, later]) => {
        const file = write({ programme, firm: entity, day, writtenOn: addDays(day, later) });
        return (
          firstFinding(file.then.events, ({ id, on, knownOn = on }) =>
            knownOn > day || on > day ? `\`${id}\` was learnt on ${knownOn}` : undefined,
          ) ??
          firstFinding(file.learntSince, ({ id, on, knownOn = on }) =>
            knownOn <= day || on > day ? `\`${id}\` was known on ${knownOn}` : undefined,
          )
        );
      },
    ),
    law('changes nothing it is given', cases, ([{ entity, asOf: day }]) =>
      changes(entity, (firm) => write({ programme, firm, day })),
    ),
  ];
}
