import * as calendar from 'evenhand/calendar';
import * as columns from 'evenhand/columns';
import { isEvenhandError } from 'evenhand/core';
import * as credit from 'evenhand/credit';
import * as document from 'evenhand/document';
import * as draw from 'evenhand/draw';
import * as inspection from 'evenhand/inspection';
import * as inspectors from 'evenhand/inspectors';
import * as matrix from 'evenhand/matrix';
import * as measures from 'evenhand/measures';
import * as notice from 'evenhand/notice';
import * as oversight from 'evenhand/oversight';
import * as plan from 'evenhand/plan';
import * as programme from 'evenhand/programme';
import * as register from 'evenhand/register';
import * as risk from 'evenhand/risk';
import * as sandbox from 'evenhand/sandbox';
import * as scenario from 'evenhand/scenario';
import * as scoring from 'evenhand/scoring';
import * as sql from 'evenhand/sql';
import * as texts from 'evenhand/texts';
import * as ticket from 'evenhand/ticket';
import * as visits from 'evenhand/visits';
import { describe, expect, it } from 'vitest';

const FIRST_TRIED: readonly (readonly [room: object, names: string])[] = [
  [calendar, `workingCalendar isWorkingDay deadlineOn`],
  [columns, `compileColumns columnBuilder columnsOf assessColumns explainRow columnsDraw`],
  [credit, `scoreCredit joinEntries recordAsOf projectRecord publishedOn recognise`],
  [document, `policyBook`],
  [
    draw,
    `drawSample drawAccumulator quotas allocate frameRoot frameProof mergeSamples cycleQuotas partQuota notYetDrawn chosenRatio topUp splitByRecency`,
  ],
  [
    inspection,
    `verifyChain chainHead appendRecord openInspection recordInspection inspectionRecord`,
  ],
  [
    inspectors,
    `assignInspectors eligibleInspectors relaxVisits levelVisits checkWitness inspectorIndex`,
  ],
  [matrix, `nextDue tempoFor checkPopulation`],
  [measures, `listStandings measuresOn`],
  [notice, `noticeA noticeB planNow proveEntity amendPlan noticeMarkdown`],
  [oversight, `oversightReport burdenReport dueDiligence`],
  [plan, `preparePlan drawPlan planYear planPreparation`],
  [
    programme,
    `nextGrade repairPath recordEffects assess assessAt verifyAssessment diffDocuments policyCases publicAnswer findingEntries ledgerActsOf`,
  ],
  [register, `registerFromRows`],
  [risk, `rateRisk openCase caseDemand caseEvent emptyHistory`],
  [sandbox, `admit sandboxStatus`],
  [scenario, `jointChecklist handbookOf evaluateScene`],
  [scoring, `compileScheme schemeAt rate rateAcross`],
  [sql, 'toSql sqlQuotas'],
  [texts, `describe explanationText ratingText recordText repairPathText handbookMarkdown`],
  [ticket, `drawSeed entropySource checkEntropyValue`],
  [visits, `mergeVisits capConflicts admitVisit recordVisit visitsOf`],
];

const tried = FIRST_TRIED.flatMap(([room, names]) =>
  names.split(/\s+/).map((name) => [name, (room as Record<string, unknown>)[name]] as const),
);

async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a call in plain JavaScript', () => {
  it.each(tried)('of %s says by a code what was wrong with what it was given', async (_, call) => {
    const answer = call as (...given: readonly unknown[]) => unknown;
    for (const wrong of [undefined, null, [], '', 42]) {
      const error = await thrownBy(() => answer(wrong));
      // Nothing stands for nothing: an empty list of reports is joined, an empty frame is drawn from.
      if (error !== undefined)
        expect([isEvenhandError(error), String(error)]).toEqual([true, String(error)]);
      if (wrong === undefined || wrong === null || wrong === 42) expect(error).toBeDefined();
    }
  });
});
