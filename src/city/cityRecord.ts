import { requireArgument } from '../core/argument.js';
import { addDays, type Day } from '../core/day.js';
import { type CreditRecord, emptyRecord, joinEntries } from '../credit/record/creditRecord.js';
import type { Deed, FactEntry, FactKind, RecordEntry, StepEntry } from '../credit/record/entry.js';
import type { Entity, Event } from '../register/nouns.js';
import { randomStream } from '../simulate/random.js';
import { between, chance, type Random } from './choice.js';
import { AUTHORITY_NAMES } from './cityAuthorities.js';
import type { CityEventKind } from './conducts.js';

const BEIJING = '110000';
const PLATFORM = '示例市公共信用信息平台';
const KEY_LIST = 'key-supervision';

/** What each kind of event of the city is on a record. */
const FACTS: Readonly<Record<CityEventKind, Partial<FactEntry> & { readonly kind: FactKind }>> = {
  'penalty-minor': { kind: 'penalty', severity: 'minor' },
  'penalty-general': { kind: 'penalty', severity: 'general' },
  'penalty-serious': { kind: 'penalty', severity: 'serious' },
  'report-late': { kind: 'duty-missed' },
  'list-abnormal': { kind: 'list-entry', list: 'abnormal-operations' },
  'list-dishonest': { kind: 'list-entry', list: 'serious-dishonesty' },
  'commitment-kept': { kind: 'commitment-kept' },
  'commitment-broken': { kind: 'commitment-broken' },
  award: { kind: 'award' },
  'finding-minor': { kind: 'finding', severity: 'minor' },
  'finding-serious': { kind: 'finding', severity: 'serious' },
  'complaint-upheld': { kind: 'complaint' },
  accident: { kind: 'accident' },
};

/** What a repair of the example asks for, whatever the matter. */
const DEEDS: readonly Deed[] = ['duty-done', 'pledge', 'training'];

/**
 * The credit record of a firm of the sample city: every one of its events as the departments reported
 * it, with repairs and what they asked for, reports that differ, mistakes put right, reports taken
 * back, objections rejected, promises made before they were kept or broken, and the firm's permit.
 *
 * Projected as of the city's day by the example documents, it gives the firm's own events and lists.
 * A record depends on the firm, the seed and the day only.
 *
 * @param entity - a firm of `sampleCity`
 * @param options.asOf - the city's day: nothing on the record is known later
 * @param options.seed - any text; that of the city by custom
 * @example
 * ```ts
 * import { cityRecord, sampleCity } from 'evenhand/city';
 * import { projectRecord } from 'evenhand/credit';
 * import { examplePublication, exampleRecordRules } from 'evenhand/schemes';
 *
 * const { register, asOf } = sampleCity({ entities: 50 });
 * const counts = register.entities.map((firm) => {
 *   const question = { asOf, rules: exampleRecordRules, publication: [examplePublication] };
 *   return projectRecord(cityRecord(firm, { asOf }), question).events.length === firm.events.length;
 * });
 * counts.includes(false); // => false
 * ```
 */
export function cityRecord(
  entity: Entity,
  options: { readonly asOf: Day; readonly seed?: string },
): CreditRecord {
  requireArgument('cityRecord', 'entity', entity, { id: 'string', events: 'array' });
  const { asOf, seed = 'evenhand' } = options;
  const random = randomStream(seed, 'record', entity.id);
  const entries = [
    ...permitOf(entity, asOf),
    ...entity.events.flatMap((event) => reportsOf(random, entity.id, event, asOf)),
    ...keySupervision(entity, asOf),
    ...takenBack(random, entity, asOf),
  ];
  return joinEntries(emptyRecord(entity.id), entries).record;
}

function permitOf({ id, since }: Entity, asOf: Day): RecordEntry[] {
  if (since === undefined || since > asOf) return [];
  const source = { department: AUTHORITY_NAMES.market, reference: numberOf(since, `${id}-0`) };
  return [{ ...base(id, `${id}-permit`, since, source), kind: 'permit', basis: [] }];
}

/** A firm is on the list of key supervision by the authorities' choice: no event of it is scored. */
function keySupervision({ id, lists, since = '2020-01-01' }: Entity, asOf: Day): RecordEntry[] {
  if (!lists.includes(KEY_LIST)) return [];
  const on = since > asOf ? asOf : since;
  const source = { department: AUTHORITY_NAMES.emergency, reference: numberOf(on, `${id}-K`) };
  return [{ ...base(id, `${id}-key`, on, source), kind: 'list-entry', list: KEY_LIST, basis: [] }];
}

/** An event as it was reported: perhaps wrongly at first, perhaps by two departments. */
function reportsOf(random: Random, entity: string, event: Event, asOf: Day): RecordEntry[] {
  const { id, on, knownOn = on, until, repairedOn, source: department } = event;
  const fact = FACTS[event.kind as CityEventKind];
  const source = { department, reference: numberOf(on, id) };
  const isWrongAtFirst = chance(random, 0.06);
  const isToldTwice = chance(random, 0.2);
  const isObjected = chance(random, 0.04);
  const [correctedAfter, toldAfter] = [between(random, 5, 90), between(random, 1, 30)];
  const right: FactEntry = {
    ...base(entity, id, on, source),
    ...fact,
    knownOn,
    ...(until === undefined ? {} : { until }),
    basis: [],
  };
  const put = addDays(knownOn, correctedAfter);
  const canErr = isWrongAtFirst && put <= asOf && fact.severity !== undefined;
  const severity = fact.severity === 'serious' ? 'minor' : 'serious';
  const first: FactEntry = canErr ? { ...right, severity } : right;
  const told = addDays(knownOn, toldAfter);
  const again: RecordEntry[] =
    isToldTwice && told <= asOf
      ? [
          {
            ...right,
            id: `${id}-again`,
            on: addDays(on, 1),
            knownOn: told,
            ...(until === undefined ? {} : { until: addDays(until, 1) }),
            decidedBy: department,
            source: { ...source, department: PLATFORM },
          },
        ]
      : [];
  const about = (kind: StepEntry['kind'], name: string, day: Day, more: Partial<StepEntry> = {}) =>
    ({
      ...base(entity, `${id}-${name}`, day, source),
      kind,
      refers: id,
      basis: [],
      ...more,
    }) as StepEntry;
  return [
    first,
    ...again,
    ...(canErr
      ? [about('correction', 'right', put, { set: { severity: fact.severity as string } })]
      : []),
    ...(repairedOn === undefined
      ? []
      : [
          ...DEEDS.map((deed) => about('deed', deed, repairedOn, { deed })),
          about('repair', 'repair', repairedOn),
        ]),
    ...(isObjected ? objected(id, about, knownOn, asOf) : []),
    ...promised(entity, event, right),
  ];
}

/** An objection that was rejected before the city's day. */
function objected(
  id: string,
  about: (kind: StepEntry['kind'], name: string, day: Day, more?: Partial<StepEntry>) => StepEntry,
  from: Day,
  asOf: Day,
): RecordEntry[] {
  const [asked, decided] = [addDays(from, 3), addDays(from, 20)];
  if (decided > asOf) return [];
  return [
    about('objection', 'objection', asked),
    about('objection-decision', 'decision', decided, {
      refers: `${id}-objection`,
      outcome: 'rejected',
    }),
  ];
}

/** Whoever kept or broke a promise had made it. */
function promised(entity: string, { id, kind, on }: Event, { source }: FactEntry): RecordEntry[] {
  if (!kind.startsWith('commitment-')) return [];
  const made = addDays(on, -90);
  return [
    {
      ...base(entity, `${id}-promise`, made, source),
      kind: 'commitment-made',
      basis: [],
    },
  ];
}

/** Now and then a report was of somebody else, and was taken back. */
function takenBack(random: Random, { id, since = '2020-01-01' }: Entity, asOf: Day): RecordEntry[] {
  const isOne = chance(random, 0.03);
  const on = addDays(asOf, -between(random, 60, 400));
  const withdrawn = addDays(on, between(random, 5, 50));
  if (!isOne || on < since) return [];
  const source = { department: AUTHORITY_NAMES.urban, reference: numberOf(on, `${id}-X`) };
  const entry = base(id, `${id}-mistaken`, on, source);
  return [
    { ...entry, kind: 'penalty', severity: 'general', basis: [] },
    {
      ...base(id, `${id}-withdrawn`, withdrawn, source),
      kind: 'withdrawal',
      refers: entry.id,
      basis: [],
    },
  ];
}

const base = (entity: string, id: string, on: Day, source: FactEntry['source']) => ({
  id,
  entity,
  jurisdiction: BEIJING,
  on,
  knownOn: on,
  source,
});

const numberOf = (on: Day, id: string): string => `示例〔${on.slice(0, 4)}〕${id}号`;
