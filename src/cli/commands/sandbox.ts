import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import type { Entity } from '../../register/nouns.js';
import { type Admission, admit } from '../../sandbox/admit.js';
import { safeParseSandboxRules } from '../../sandbox/parseSandbox.js';
import type { SandboxRules } from '../../sandbox/sandboxRules.js';
import { type SandboxRecord, sandboxStatus } from '../../sandbox/sandboxStatus.js';
import { exampleSandbox } from '../../schemes/exampleSandbox.js';
import { describe } from '../../texts/describe.js';
import { sandboxWords } from '../../texts/supervisionWords.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import { badOption, type InputOptions } from '../options.js';
import { printIssues } from '../printIssues.js';
import { ruleDocument } from '../ruleDocument.js';
import { admissionSchema, keepRows, keptRows } from '../stateFile.js';
import { textTable } from '../textTable.js';
import { told } from '../told.js';
import { wholeRegister } from '../wholeRegister.js';

/** What `sandbox` is told. */
export interface SandboxOptions extends InputOptions {
  readonly rules?: string;
  readonly asOf?: Day;
  readonly id?: string;
}

/** A line of the file of admissions: what the firm reported since stands beside it. */
type Kept = Admission & Partial<Pick<SandboxRecord, 'readings' | 'withdrawnOn'>>;

/** Lets an entity in, or tells where everybody inside stands. */
export async function sandboxCommand(
  desk: Desk,
  action: string,
  file: string,
  options: SandboxOptions,
): Promise<number> {
  if (action !== 'admit' && action !== 'status') {
    throw badOption('<action>', action, 'admit | status');
  }
  const asOf = told(options.asOf, '--as-of DAY', 'sandbox');
  const rules = await ruleDocument(desk, options.rules, safeParseSandboxRules, exampleSandbox);
  const kept = await keptRows<Kept>(desk, file, admissionSchema);
  const { register } = await wholeRegister(desk, options, asOf);
  const entities = new Map(register.entities.map((one) => [one.id, one]));
  const statuses = kept.map((one) => statusOf(rules, one, entities, asOf));
  if (action === 'status') {
    desk.bar.stop();
    if (desk.json) desk.print(JSON.stringify(statuses, null, 2));
    else {
      printIssues(
        desk,
        statuses.flatMap(({ issues }) => issues),
      );
      const header =
        desk.lang === 'zh'
          ? ['检查对象', '状态', '起', '至', '触发']
          : ['entity', 'state', 'since', 'until', 'by'];
      const rows = statuses.map(({ entity, state, since, until = '', by }) => [
        entity,
        sandboxWords[state][desk.lang],
        since,
        until,
        by?.id ?? '',
      ]);
      desk.print(textTable(header, rows).join('\n'));
    }
    return statuses.some(({ issues }) => issues.length > 0) ? EXIT.findings : EXIT.done;
  }
  const id = told(options.id, '--id ID', 'sandbox');
  const entity = entities.get(id);
  if (entity === undefined) {
    throw mistake('unknown-entity', `the register has no \`${id}\``, { given: id });
  }
  const { admission, issues } = admit(rules, entity, { on: asOf, inside: statuses });
  if (admission !== undefined) await keepRows(desk, file, [...kept, admission]);
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify({ admission, issues }, null, 2));
  else if (admission === undefined) {
    desk.print(issues.map((issue) => describe(issue, desk.lang)).join('\n'));
  } else {
    desk.print(
      desk.say(
        `${id} 自 ${admission.on} 起准入，至 ${admission.until}`,
        `${id} enters on ${admission.on}, until ${admission.until} at the latest`,
      ),
    );
  }
  return admission === undefined ? EXIT.findings : EXIT.done;
}

function statusOf(
  rules: SandboxRules,
  { readings = [], withdrawnOn, ...admission }: Kept,
  entities: ReadonlyMap<string, Entity>,
  asOf: Day,
) {
  const events = entities.get(admission.entity)?.events ?? [];
  const more = withdrawnOn === undefined ? {} : { withdrawnOn };
  return sandboxStatus(rules, admission, { events, readings, ...more }, asOf);
}
