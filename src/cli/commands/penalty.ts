import * as z from 'zod';
import type { Day } from '../../core/day.js';
import { penaltyRange, penaltyRefusals } from '../../inspection/discretion/penaltyRange.js';
import { judgeLeniency } from '../../inspection/leniency/judgeLeniency.js';
import { safeParseDiscretionTable, safeParseLeniencyList } from '../../inspection/parsePenalty.js';
import type { ViolationCase } from '../../inspection/violationCase.js';
import { daySchema } from '../../register/fieldSchemas.js';
import { exampleDiscretion } from '../../schemes/exampleDiscretion.js';
import { exampleLeniency } from '../../schemes/exampleLeniency.js';
import { describe } from '../../texts/describe.js';
import { answerWords, leniencyWords } from '../../texts/supervisionWords.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import { badOption } from '../options.js';
import { readPlain } from '../readPlain.js';
import { ruleDocument } from '../ruleDocument.js';
import { shaped } from '../shaped.js';
import { told } from '../told.js';

/** What `penalty` is told. */
export interface PenaltyOptions {
  readonly leniency?: string;
  readonly discretion?: string;
  readonly asOf?: Day;
  readonly propose?: string;
}

const fact = z.union([z.string(), z.number(), z.boolean()]);
const caseSchema = z.strictObject({
  id: z.string().min(1),
  entity: z.string().min(1),
  violation: z.string().min(1),
  on: daySchema,
  facts: z.record(z.string(), fact),
  events: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), on: daySchema, source: z.string() }),
  ),
  orderedOn: daySchema.optional(),
  correctedOn: daySchema.optional(),
  evidence: z.array(
    z.strictObject({ condition: z.string(), holds: z.boolean(), reference: z.string() }),
  ),
});

/** Whether a violation goes unpunished, and otherwise within which range it is punished. */
export async function penaltyCommand(
  desk: Desk,
  file: string,
  options: PenaltyOptions,
): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY', 'penalty');
  const one = shaped(
    caseSchema,
    await readPlain(desk.path(file)),
    file,
  ) as unknown as ViolationCase;
  const list = await ruleDocument(desk, options.leniency, safeParseLeniencyList, exampleLeniency);
  const table = await ruleDocument(
    desk,
    options.discretion,
    safeParseDiscretionTable,
    exampleDiscretion,
  );
  const leniency = judgeLeniency(list, one, { asOf });
  const isListed = table.violations.some(({ id }) => id === one.violation);
  const range = isListed ? penaltyRange(table, one, { asOf }) : undefined;
  const proposed = proposal(options.propose);
  const refusals = proposed === undefined ? [] : penaltyRefusals(table, one, [proposed], { asOf });
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify({ leniency, range, refusals }, null, 2));
  else {
    const { outcome, ground = '', checked } = leniency;
    desk.print(
      [
        [desk.say('免罚', 'leniency'), leniencyWords[outcome][desk.lang], ground]
          .join('  ')
          .trimEnd(),
        ...checked.map(({ condition, answer, evidence, asks }) =>
          [
            `  ${condition}`,
            answerWords[answer][desk.lang],
            answer === 'missing' ? (asks?.[desk.lang] ?? '') : evidence.join(' '),
          ]
            .join('  ')
            .trimEnd(),
        ),
        ...(range === undefined
          ? []
          : [
              [
                desk.say('裁量', 'discretion'),
                range.band ?? `${range.between?.join('..')} ${range.ask.join(' ')}`,
              ].join('  '),
              ...range.ranges.map(({ penalty, from, to }) => `  ${penalty}  ${from}..${to}`),
            ]),
        ...refusals.map((issue) => describe(issue, desk.lang)),
      ].join('\n'),
    );
  }
  return refusals.length > 0 ? EXIT.findings : EXIT.done;
}

function proposal(text: string | undefined) {
  if (text === undefined) return undefined;
  const [penalty = '', amount = '', ...more] = text.split('=');
  if (penalty !== '' && amount !== '' && more.length === 0) return { penalty, amount };
  throw badOption('--propose', text, 'PENALTY=AMOUNT');
}
