import type { Day } from '../../core/day.js';
import { isEvenhandError, mistake } from '../../core/error.js';
import { planAsAmended } from '../../notice/amend/planAsAmended.js';
import type { Names } from '../../notice/markdown.js';
import { type Assessment, assess } from '../../programme/assess.js';
import { type NextGrade, nextGrade } from '../../programme/nextGrade.js';
import type { Programme } from '../../programme/programme.js';
import type { Entity } from '../../register/nouns.js';
import { explanationText } from '../../texts/explanation.js';
import { authorityNames } from '../authorityNames.js';
import { type EntityPlan, entityPlan } from '../entityPlan.js';
import { entityPlanText, nextGradeText } from '../entityText.js';
import { EXIT } from '../exit.js';
import { requireClean } from '../findings.js';
import type { Desk } from '../io.js';
import type { InputOptions } from '../options.js';
import { type OutputFolder, openOutput } from '../outputFolder.js';
import { checkOrigin, dayAndYear } from '../planTask.js';
import { PLACES } from '../preparedFiles.js';
import { publishedIn } from '../publishedIn.js';
import { readInput } from '../readInput.js';
import { entityIn } from '../readRegister.js';

/** What `explain` is told. */
export interface ExplainOptions extends InputOptions {
  readonly id: string;
  readonly asOf?: Day;
  /** A folder of `prepare`, `draw` or `plan`. */
  readonly plan?: string;
}

/** Says why an entity stands where it does, how it gets better, and what the plan does with it. */
export async function explainCommand(desk: Desk, options: ExplainOptions): Promise<number> {
  const { id, plan: path } = options;
  const hasInput = options.in !== undefined || options.entities !== undefined;
  if (!hasInput && options.sampleCity === undefined && path === undefined) {
    const expected = '--in DIR | --sample-city | --plan DIR';
    throw mistake('option-missing', `${expected} is missing`, { expected, command: 'explain' });
  }
  const folder = path === undefined ? undefined : await openOutput(desk.path(path), path);
  const found =
    hasInput || options.sampleCity !== undefined
      ? await assessed(desk, options, folder)
      : undefined;
  const planned = folder === undefined ? undefined : await plannedIn(folder, id);
  desk.bar.stop();
  if (desk.json) {
    const { receipt, next } = found ?? {};
    const isReceiptAlone = planned === undefined;
    desk.print(
      JSON.stringify(
        isReceiptAlone ? receipt : { receipt, nextGrade: next, plan: planned },
        null,
        2,
      ),
    );
    return EXIT.done;
  }
  const parts = [
    found === undefined
      ? ''
      : explanationText(found.receipt, desk.lang, found.programme.source).trimEnd(),
    found === undefined ? '' : nextGradeText(found.next, desk.lang),
    planned === undefined ? '' : entityPlanText(planned, desk.lang, found?.names),
  ];
  desk.print(parts.filter((part) => part !== '').join('\n\n'));
  return EXIT.done;
}

interface Found {
  readonly programme: Programme;
  readonly receipt: Assessment;
  /** The way to a better grade, or the code that says why there is none. */
  readonly next: NextGrade | string;
  /** The names of the authorities, by id. */
  readonly names: Names;
}

async function assessed(
  desk: Desk,
  options: ExplainOptions,
  folder: OutputFolder | undefined,
): Promise<Found> {
  checkOrigin(options);
  const asOf = options.asOf ?? folder?.prepared.asOf;
  const year = folder?.prepared.year ?? Number(asOf?.slice(0, 4) ?? 0);
  const days = dayAndYear({
    ...options,
    ...(asOf === undefined ? {} : { asOf }),
    ...(year === 0 ? {} : { year }),
  });
  const input = await readInput(desk, options, days.asOf, days.year, 'register');
  requireClean(input.findings, true);
  const { programme, register } = input;
  const entity = await entityIn(register, options.id);
  if (programme === undefined || entity === undefined) throw notFound(options.id);
  const receipt = assess(programme, entity, { asOf: days.asOf });
  return {
    programme,
    receipt,
    next: nextOf(programme, entity, days.asOf),
    names: authorityNames(register?.authorities ?? []),
  };
}

function nextOf(programme: Programme, entity: Entity, asOf: Day): NextGrade | string {
  try {
    return nextGrade(programme, entity, { asOf });
  } catch (error) {
    if (isEvenhandError(error)) return error.code;
    throw error;
  }
}

async function plannedIn(folder: OutputFolder, id: string): Promise<EntityPlan> {
  const { prepared, files } = folder;
  const isDrawn = files.has(PLACES.noticeB) || files.has(PLACES.closedB);
  if (!isDrawn) return entityPlan(prepared, undefined, id) ?? notThere(id);
  const { noticeB, amendments } = await publishedIn(folder, id);
  const plan = planAsAmended(prepared, noticeB, amendments);
  return entityPlan(prepared, plan, id, amendments) ?? notThere(id);
}

function notThere(id: string): never {
  throw notFound(id);
}

const notFound = (id: string) =>
  mistake('entity-not-found', `there is no entity \`${id}\``, { given: id });
