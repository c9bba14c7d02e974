import { identifierFault } from '../core/identifier.js';
import { errorAt, type Issue, within } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { bestFirst } from '../document/document.js';
import { classify } from '../programme/classify.js';
import type { ProgrammeAt } from '../programme/programme.js';
import type { Entity } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import { nameOf } from '../visits/isEligible.js';
import { isLacking, protection } from '../visits/protection.js';
import type { Standing } from './prepared.js';

/**
 * Where an active entity stands. One whose facts do not suffice, or whose id no visit can be named
 * by, stands nowhere; then it is told what is wrong with it.
 *
 * @returns a function of entities: a standing, issues, or undefined for one that is not active
 */
export function standingFinder(
  at: ProgrammeAt,
  cap: Cap,
): (entity: Entity) => Standing | readonly Issue[] | undefined {
  const tiers = bestFirst(at.matrix.tiers);
  return (entity) => {
    if ((entity.state ?? 'active') !== 'active') return undefined;
    const unfit = idIssue(entity.id);
    if (unfit !== undefined) return [unfit];
    const found = classify(at, entity);
    if (!('grade' in found)) {
      return found.map((issue) => within(['entities', entity.id], issue));
    }
    const { level, grade, measures, riskScheme } = found;
    const capped = protection(
      cap,
      [
        { scale: at.credit.compiled.scheme.scale.id, level: grade },
        { scale: riskScheme.compiled.scheme.scale.id, level },
        { scale: at.matrix.tiers.id, level: measures.tier },
      ],
      { firm: entity, asOf: at.day },
    );
    if (isLacking(capped)) {
      const params = { cap: cap.id, id: entity.id, expected: nameOf(capped) };
      return [errorAt('fact-missing', ['entities', entity.id], params)];
    }
    return {
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
    };
  };
}

/** A visit is named `entity/kind#n` and a place `entity@site`: the id must leave room for both. */
function idIssue(id: string): Issue | undefined {
  const path = ['entities', id, 'id'];
  const expected = '1 to 240 bytes without @';
  if (id.includes('@')) return errorAt('entity-with-at-sign', path, { id, given: id, expected });
  const fault = id === '' ? identifierFault(id) : identifierFault(`${id}/spot-check#9999`);
  if (fault === undefined) return undefined;
  return errorAt('bad-id', path, { given: id.slice(0, 80), what: 'an entity', fault, expected });
}

/** An entity's line in the register's root, by its digest. */
export function registerLeaf(id: string, digest: string): string {
  return `${id}\u001f${digest}`;
}

/** The root over every entity's line, by id: the whole register in one line. */
export function registerRootOf(leaves: Iterable<string>): string {
  return merkleRoot(leaves);
}
