import { analysisTexts } from './analysis.js';
import { calendarTexts } from './calendar.js';
import { cliTexts } from './cli.js';
import { columnsTexts } from './columns.js';
import { coreTexts } from './core.js';
import { creditTexts } from './credit.js';
import { documentTexts } from './document.js';
import { drawTexts } from './draw.js';
import { fileTexts } from './files.js';
import { inspectionTexts } from './inspection.js';
import { inspectorsTexts } from './inspectors.js';
import { interchangeTexts } from './interchange.js';
import { matrixTexts } from './matrix.js';
import { measuresTexts } from './measures.js';
import { noticeTexts } from './notice.js';
import { oversightTexts } from './oversight.js';
import { penaltyTexts } from './penalty.js';
import { planTexts } from './plan.js';
import { programmeTexts } from './programme.js';
import { registerTexts } from './register.js';
import { riskTexts } from './risk.js';
import { samplingTexts } from './sampling.js';
import { sandboxTexts } from './sandbox.js';
import { scenarioTexts } from './scenario.js';
import { scoringTexts } from './scoring.js';
import { sqlTexts } from './sql.js';
import { storesTexts } from './stores.js';
import type { Texts } from './text.js';
import { ticketTexts } from './ticket.js';
import { visitsTexts } from './visits.js';

/** Every room's texts. A code of two rooms is told by the text that asks for most of what is given. */
export const CATALOGUES: Readonly<Record<string, Texts<string>>> = {
  core: coreTexts,
  document: documentTexts,
  register: registerTexts,
  ticket: ticketTexts,
  scoring: scoringTexts,
  calendar: calendarTexts,
  credit: creditTexts,
  measures: measuresTexts,
  risk: riskTexts,
  penalty: penaltyTexts,
  sandbox: sandboxTexts,
  matrix: matrixTexts,
  draw: drawTexts,
  sampling: samplingTexts,
  inspectors: inspectorsTexts,
  visits: visitsTexts,
  scenario: scenarioTexts,
  inspection: inspectionTexts,
  programme: programmeTexts,
  analysis: analysisTexts,
  plan: planTexts,
  notice: noticeTexts,
  oversight: oversightTexts,
  columns: columnsTexts,
  sql: sqlTexts,
  interchange: interchangeTexts,
  stores: storesTexts,
  files: fileTexts,
  cli: cliTexts,
};

/** The texts of a code, of every room that has it. */
export function textsOf(code: string): { readonly zh: string; readonly en: string }[] {
  return Object.values(CATALOGUES).flatMap((texts) =>
    Object.hasOwn(texts, code) ? [texts[code] as { zh: string; en: string }] : [],
  );
}
