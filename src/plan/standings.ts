import { identifierFault } from '../core/identifier.js';
import { errorAt, type Issue, within } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { sortedBy } from '../core/order.js';
import { bestFirst } from '../document/document.js';
import { classify } from '../programme/classify.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { entityDigest } from '../register/entityDigest.js';
import type { Entity } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import { eligibility } from '../visits/isEligible.js';
import type { Standing } from './prepared.js';

/**
 * Where every active entity stands, by id. One whose facts do not suffice, or whose id no visit can
 * be named by, stands nowhere; what is wrong with it is among the issues.
 */
export function standingsOf(
  at: ProgrammeAt,
  entities: readonly Entity[],
  cap: Cap,
): { readonly standings: Standing[]; readonly issues: Issue[] } {
  const tiers = bestFirst(at.matrix.tiers);
  const standings: Standing[] = [];
  const issues: Issue[] = [];
  for (const entity of sortedBy(entities, ({ id }) => id)) {
    if ((entity.state ?? 'active') !== 'active') continue;
    const unfit = idIssue(entity.id);
    if (unfit !== undefined) {
      issues.push(unfit);
      continue;
    }
    const found = classify(at, entity);
    if (!('grade' in found)) {
      issues.push(...found.map((issue) => within(['entities', entity.id], issue)));
      continue;
    }
    const { level, grade, measures, riskScheme } = found;
    const capped = eligibility(
      cap.eligible,
      [
        { scale: at.credit.compiled.scheme.scale.id, level: grade },
        { scale: riskScheme.compiled.scheme.scale.id, level },
        { scale: at.matrix.tiers.id, level: measures.tier },
      ],
      { firm: entity, asOf: at.day },
    );
    if (typeof capped !== 'boolean') {
      const expected = 'scale' in capped ? capped.scale : 'eligible.where';
      issues.push(
        errorAt('fact-missing', ['entities', entity.id], { cap: cap.id, id: entity.id, expected }),
      );
      continue;
    }
    standings.push({
      id: entity.id,
      ...(entity.name === undefined ? {} : { name: entity.name }),
      ...(entity.district === undefined ? {} : { district: entity.district }),
      ...(entity.sites === undefined ? {} : { sites: entity.sites }),
      level,
      grade,
      tier: measures.tier,
      weight: tiers.indexOf(measures.tier) + 1,
      content: measures.content,
      capped,
    });
  }
  return { standings, issues };
}

/** A visit is named `entity/kind#n` and a place `entity@site`: the id must leave room for both. */
function idIssue(id: string): Issue | undefined {
  const path = ['entities', id, 'id'];
  const expected = '1 to 240 bytes without @';
  if (id.includes('@')) return errorAt('entity-with-at-sign', path, { id, given: id, expected });
  const fault = identifierFault(`${id}/spot-check#9999`);
  if (fault === undefined && id !== '') return undefined;
  return errorAt('bad-id', path, {
    given: id.slice(0, 80),
    what: 'an entity',
    fault: fault ?? '',
    expected,
  });
}

/** The root over every entity's digest: the whole register in one line, whatever its order. */
export function registerRootOf(entities: readonly Entity[]): string {
  const byId = sortedBy(entities, ({ id }) => id);
  return merkleRoot(byId.map((entity) => `${entity.id}\u001f${entityDigest(entity)}`));
}
