import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import type { Matrix } from '../../matrix/matrix.js';
import { type Assessment, safeAssess } from '../../programme/assess.js';
import { parseProgramme } from '../../programme/parseProgramme.js';
import type { Programme } from '../../programme/programme.js';
import { verifyAssessment } from '../../programme/verifyAssessment.js';
import type { Entity } from '../../register/nouns.js';
import type { Parsed } from '../../register/parsed.js';
import type { Scheme } from '../../scoring/scheme.js';
import { arbitraryEntityOnDay, type EntityOnDay } from '../arbitraries/entity.js';
import { arbitraryOrder } from '../arbitraries/key.js';
import { readingOf } from '../arbitraries/reading.js';
import { changed } from '../changed.js';
import { type AnyProgramme, programmeOf } from '../programmeOf.js';
import { changes, differs, type Finding, firstFinding, type Law, law, throughJson } from './law.js';
import { type MatrixLawOptions, matrixLaws } from './matrixLaws.js';
import { addsUp, isCited } from './ratingChecks.js';
import { schemeLaws } from './schemeLaws.js';

/** What is tried: this library's functions, or a platform's that claim to be equal. */
export interface AssessmentPlatform {
  readonly assess?: typeof safeAssess;
  readonly verify?: typeof verifyAssessment;
}

/** What a programme declares beside its documents, and what is tried. */
export interface ProgrammeLawOptions
  extends AssessmentPlatform,
    Pick<MatrixLawOptions, 'worseIsDrawnMore'> {}

/**
 * What must hold for an authority's programme, and for whoever runs it: the same answer however it is
 * asked, every number explained and cited, receipts that verify; with the laws of every scheme and
 * matrix in it.
 *
 * @param programme - parsed, or as plain data
 * @param options.assess - tried in the place of `safeAssess`, such as a call of a platform's service
 * @param options.verify - tried in the place of `verifyAssessment`
 * @param options.worseIsDrawnMore - declares that a worse cell of the matrix is drawn no less
 *
 * @example
 * ```ts
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { programmeLaws } from 'evenhand/testing';
 *
 * programmeLaws(exampleProgramme)[0]?.name; // => 'gives the same receipt when asked twice'
 * ```
 */
export function programmeLaws(programme: AnyProgramme, options: ProgrammeLawOptions = {}): Law[] {
  requireArgument('programmeLaws', 'programme', programme, 'object');
  requireArgument('programmeLaws', 'options', options, 'object');
  const parsed = programmeOf(programme);
  return [
    ...assessmentLaws(parsed, options),
    ...parsed.source.documents.flatMap((document) => {
      const laws =
        document.kind === 'scheme'
          ? schemeLaws(document)
          : document.kind === 'matrix'
            ? matrixLaws(
                document,
                options.worseIsDrawnMore === true ? { worseIsDrawnMore: true } : {},
              )
            : [];
      const name = `${document.id}@${document.version}`;
      return laws.map((one) => ({ ...one, name: `${name} ${one.name}` }));
    }),
  ];
}

function assessmentLaws(
  programme: Programme,
  { assess = safeAssess, verify = verifyAssessment }: AssessmentPlatform,
): Law[] {
  const cases = arbitraryEntityOnDay(programme);
  const ask = ({ entity, asOf }: EntityOnDay, of = programme): Parsed<Assessment> =>
    assess(of, entity, { asOf });
  const receiptLaw = (name: string, check: (receipt: Assessment, one: EntityOnDay) => Finding) =>
    law(name, cases, (one) => {
      const answer = ask(one);
      return answer.ok ? check(answer.value, one) : undefined;
    });
  const { source } = programme;
  return [
    law('gives the same receipt when asked twice', cases, (one) => differs(ask(one), ask(one))),
    law('leaves the entity as it was', cases, (one) => changes(one, ask)),
    law(
      'gives the same answer whatever the order of events and lists',
      cases.chain((one) =>
        fc.tuple(
          fc.constant(one),
          fc.record({
            events: arbitraryOrder(one.entity.events),
            lists: arbitraryOrder(one.entity.lists),
          }),
        ),
      ),
      ([one, order]) => differs(ask(one), ask({ ...one, entity: { ...one.entity, ...order } })),
    ),
    law(
      'gives the same answer whatever the order of its documents',
      fc.tuple(cases, arbitraryOrder(source.documents)),
      ([one, documents]) => {
        const shuffled = parseProgramme({ ...source, documents });
        return differs(unnamed(ask(one)), unnamed(ask(one, shuffled)));
      },
    ),
    law(
      'answers every entity whose facts are complete',
      arbitraryEntityOnDay(programme, { complete: true }),
      (one) => {
        const answer = ask(one);
        return answer.ok ? undefined : `it is refused: \`${answer.issues[0]?.code}\``;
      },
    ),
    law('asks nothing of facts and events no document reads', cases, (one) =>
      differs(inputless(ask(one)), inputless(ask({ ...one, entity: withUnread(one.entity) }))),
    ),
    law('knows nothing of what is not known yet', cases, (one) =>
      differs(inputless(ask(one)), inputless(ask(withFuture(one, programme)))),
    ),
    receiptLaw('adds the reasons up to the score', (receipt) =>
      firstFinding(ratingsOf(receipt, programme), ([rating, scheme]) => addsUp(rating, scheme)),
    ),
    receiptLaw('explains and cites every number that binds', (receipt) =>
      firstFinding(ratingsOf(receipt, programme), ([rating, scheme]) => isCited(rating, scheme)),
    ),
    receiptLaw('takes the measures of the cell of level and grade', (receipt, { asOf }) => {
      const { cells }: Matrix = programme.at(asOf).matrix;
      const { credit, risk, cell, measures } = receipt;
      return (
        differs({ risk: risk.level, credit: credit.grade }, cell) ??
        differs(cells[cell.risk]?.[cell.credit], measures)
      );
    }),
    receiptLaw('names every document by the digest of what is in force', (receipt, { asOf }) =>
      differs(
        programme.at(asOf).documents.map(({ role, id, version }) => {
          const document = source.documents.find(
            (known) => known.id === id && known.version === version,
          );
          return { role, id, version, digest: digest(document) };
        }),
        receipt.documents,
      ),
    ),
    receiptLaw('verifies its own receipts', (receipt, { entity }) => {
      const verified = verify(programme, entity, receipt);
      return verified.ok ? undefined : `\`${verified.field}\` does not verify`;
    }),
    receiptLaw('verifies receipts that went through JSON', (receipt, { entity }) => {
      const verified = verify(parseProgramme(throughJson(source)), entity, throughJson(receipt));
      return verified.ok ? undefined : `\`${verified.field}\` does not verify`;
    }),
    law('rejects a receipt with one value changed', fc.tuple(cases, fc.nat()), ([one, place]) => {
      const answer = ask(one);
      if (!answer.ok) return undefined;
      const forged = changed(answer.value, place);
      return isRejected(() => verify(programme, one.entity, forged).ok)
        ? undefined
        : (differs(answer.value, forged) ?? 'nothing was changed');
    }),
  ];
}

/** The two ratings of a receipt, each with the scheme it says it comes from. */
function ratingsOf({ credit, risk }: Assessment, { source }: Programme) {
  return [credit, risk].map((rating) => {
    const { id, version } = rating.scheme;
    const scheme = source.documents.find((one) => one.id === id && one.version === version);
    return [rating, scheme as Scheme] as const;
  });
}

/** An answer without the digest of the programme, which names the order of its documents. */
function unnamed(answer: Parsed<Assessment>): unknown {
  return answer.ok ? { ...answer.value, programme: undefined } : answer;
}

/** An answer without the digest of the entity. */
function inputless(answer: Parsed<Assessment>): unknown {
  return answer.ok ? { ...answer.value, input: undefined } : answer;
}

function withUnread(entity: Entity): Entity {
  return {
    ...entity,
    facts: { ...entity.facts, 'fact-of-no-rule': 17 },
    events: [
      { id: 'unread', kind: 'kind-of-no-rule', on: '2020-02-29', source: 'example' },
      ...entity.events,
    ],
  };
}

/** The entity with an event of each kind that happens, or is learnt of, the day after. */
function withFuture({ entity, asOf }: EntityOnDay, programme: Programme): EntityOnDay {
  const tomorrow = addDays(asOf, 1);
  const future = readingOf(programme.at(asOf)).eventKinds.flatMap((kind) => [
    { id: `to-come-${kind}`, kind, on: tomorrow, source: 'example' },
    { id: `to-learn-${kind}`, kind, on: asOf, knownOn: tomorrow, source: 'example' },
  ]);
  return { asOf, entity: { ...entity, events: [...entity.events, ...future] } };
}

function isRejected(verify: () => boolean): boolean {
  try {
    return !verify();
  } catch {
    return true;
  }
}
