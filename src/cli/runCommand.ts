import { type AmendOptions, amendCommand } from './commands/amend.js';
import { type ApproveOptions, approveCommand } from './commands/approve.js';
import { type AssessOptions, assessCommand } from './commands/assess.js';
import { type CheckOptions, checkCommand } from './commands/check.js';
import { diffCommand } from './commands/diff.js';
import { type DrawOptions, drawCommand } from './commands/draw.js';
import { type ExplainOptions, explainCommand } from './commands/explain.js';
import { type InspectionCommandOptions, inspectionCommand } from './commands/inspection.js';
import { ledgerCommand } from './commands/ledger.js';
import { type OversightOptions, oversightCommand } from './commands/oversight.js';
import { type PenaltyOptions, penaltyCommand } from './commands/penalty.js';
import { type PlanCommandOptions, planCommand } from './commands/plan.js';
import { type PrepareOptions, prepareCommand } from './commands/prepare.js';
import { type ProveOptions, proveCommand } from './commands/prove.js';
import { type RecordOptions, recordCommand } from './commands/record.js';
import { type RegisterOptions, registerCommand } from './commands/register.js';
import { type RiskOptions, riskCommand } from './commands/risk.js';
import { type SampleCityOptions, sampleCityCommand } from './commands/sampleCity.js';
import { type SandboxOptions, sandboxCommand } from './commands/sandbox.js';
import { type ScenarioOptions, scenarioCommand } from './commands/scenario.js';
import { schemesCommand } from './commands/schemes.js';
import { type SqlOptions, sqlCommand } from './commands/sql.js';
import { type VerifyCommandOptions, verifyCommand } from './commands/verify.js';
import type { CommandName } from './help/help.js';
import type { Desk } from './io.js';
import type { LedgerCommandOptions } from './ledger/action.js';

/** What stands where an option was left out. */
const DEFAULTS = {
  encoding: 'auto',
  source: [],
  entropy: [],
  amendment: [],
  publication: [],
  authority: [],
  cap: [],
  standing: [],
  standard: [],
  calendar: [],
  head: [],
  html: true,
  roles: false,
  print: false,
  setAside: false,
  force: false,
  bom: false,
} as const;

/** Runs one command with the options the parser read: their shapes are those of `program.ts`. */
export function runCommand(
  desk: Desk,
  name: CommandName,
  args: readonly unknown[],
  given: object,
): Promise<number> {
  const options: unknown = { ...DEFAULTS, ...given };
  switch (name) {
    case 'prepare':
      return prepareCommand(desk, options as PrepareOptions);
    case 'draw':
      return drawCommand(desk, options as DrawOptions);
    case 'plan':
      return planCommand(desk, options as PlanCommandOptions);
    case 'verify':
      return verifyCommand(desk, args[0] as string | undefined, options as VerifyCommandOptions);
    case 'prove':
      return proveCommand(desk, options as ProveOptions);
    case 'amend':
      return amendCommand(desk, args[0] as string, options as AmendOptions);
    case 'register':
      return registerCommand(desk, ...(args as [string, string]), options as RegisterOptions);
    case 'record':
      return recordCommand(desk, ...(args as [string, string]), options as RecordOptions);
    case 'ledger':
      return ledgerCommand(desk, ...(args as [string, string]), options as LedgerCommandOptions);
    case 'oversight':
      return oversightCommand(desk, args[0] as string, options as OversightOptions);
    case 'scenario':
      return scenarioCommand(desk, ...(args as [string, string]), options as ScenarioOptions);
    case 'inspection':
      return inspectionCommand(
        desk,
        ...(args as [string, string]),
        options as InspectionCommandOptions,
      );
    case 'risk':
      return riskCommand(desk, ...(args as [string, string]), options as RiskOptions);
    case 'approve':
      return approveCommand(desk, args[0] as string, options as ApproveOptions);
    case 'sandbox':
      return sandboxCommand(desk, ...(args as [string, string]), options as SandboxOptions);
    case 'penalty':
      return penaltyCommand(desk, args[0] as string, options as PenaltyOptions);
    case 'explain': {
      const { plan, prepared, ...rest } = options as ExplainOptions & { prepared?: string };
      const folder = plan ?? prepared;
      return explainCommand(desk, folder === undefined ? rest : { ...rest, plan: folder });
    }
    case 'check':
      return checkCommand(desk, args[0] as readonly string[], options as CheckOptions);
    case 'diff':
      return diffCommand(desk, args[0] as string | undefined, args[1] as string | undefined);
    case 'schemes':
      return schemesCommand(desk, args[0] as string | undefined, args[1] as string | undefined);
    case 'assess':
      return assessCommand(desk, options as AssessOptions);
    case 'sql':
      return sqlCommand(desk, args[0] as string, options as SqlOptions);
    case 'sample-city':
      return sampleCityCommand(desk, options as SampleCityOptions);
  }
}
