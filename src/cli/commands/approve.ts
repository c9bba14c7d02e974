import * as z from 'zod';
import { mistake } from '../../core/error.js';
import { daySchema } from '../../register/fieldSchemas.js';
import { type Application, answerApplication } from '../../risk/approval/answerApplication.js';
import { standardIssues } from '../../risk/approval/checkApprovalRules.js';
import { safeParseApprovalRules } from '../../risk/parseRisk.js';
import { rateRisk } from '../../risk/rateRisk.js';
import { exampleApproval } from '../../schemes/exampleApproval.js';
import { levelWord } from '../../texts/codeWords.js';
import { describe } from '../../texts/describe.js';
import { approvalTierWords, approvalWords } from '../../texts/supervisionWords.js';
import { EXIT } from '../exit.js';
import type { Desk } from '../io.js';
import type { InputOptions } from '../options.js';
import { readPlain } from '../readPlain.js';
import { ruleDocument } from '../ruleDocument.js';
import { shaped } from '../shaped.js';
import { wholeRegister } from '../wholeRegister.js';

/** What `approve` is told. */
export interface ApproveOptions extends InputOptions {
  readonly rules?: string;
}

const applicationSchema = z.strictObject({
  id: z.string().min(1),
  entity: z.string().min(1),
  permit: z.string().min(1),
  on: daySchema,
  materials: z.array(z.strictObject({ material: z.string(), reference: z.string() })),
  commitments: z.array(
    z.strictObject({ commitment: z.string(), signedOn: daySchema, reference: z.string() }),
  ),
});

/** Answers an application by the way its risk asks for, with a receipt. */
export async function approveCommand(
  desk: Desk,
  file: string,
  options: ApproveOptions,
): Promise<number> {
  const application: Application = shaped(
    applicationSchema,
    await readPlain(desk.path(file)),
    file,
  );
  const rules = await ruleDocument(desk, options.rules, safeParseApprovalRules, exampleApproval);
  const { programme, register } = await wholeRegister(desk, options, application.on);
  const entity = register.entities.find(({ id }) => id === application.entity);
  if (entity === undefined) {
    const given = application.entity;
    throw mistake('unknown-entity', `the register has no \`${given}\``, { given });
  }
  const { risk } = programme.at(application.on);
  const schemes = risk.map(({ at }) => at.compiled.scheme);
  const own = risk.find(({ at }) => at.compiled.reference.digest === rules.standard.digest);
  if (own === undefined) {
    const [issue] = standardIssues(rules, schemes);
    const { code, params } = issue ?? { code: 'standard-unknown', params: {} };
    throw mistake(code, 'the standard of approval is none of the programme', params);
  }
  const rating = rateRisk(own.at.compiled, entity, { asOf: application.on });
  const answer = answerApplication(rules, application, rating, { entity });
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(answer, null, 2));
  else {
    desk.print(
      [
        [
          answer.application,
          levelWord(answer.level, desk.lang),
          approvalTierWords[answer.tier][desk.lang],
          approvalWords[answer.decision][desk.lang],
        ].join('  '),
        ...answer.reasons.map(({ text, cite }) =>
          desk.say(`${text.zh}（${cite}）`, `${text.en} (${cite})`),
        ),
        ...answer.issues.map((issue) => describe(issue, desk.lang)),
      ].join('\n'),
    );
  }
  return answer.issues.length > 0 || answer.decision === 'forbidden' ? EXIT.findings : EXIT.done;
}
