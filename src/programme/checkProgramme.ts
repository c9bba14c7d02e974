import { digest } from '../core/digest.js';
import { errorAt, type Issue, within } from '../core/issue.js';
import { bookIssues, shareDays } from '../document/book.js';
import type { Scale } from '../document/document.js';
import type { Sampling } from '../draw/sampling.js';
import type { Matrix } from '../matrix/matrix.js';
import type { Schedule } from '../matrix/schedule.js';
import { fieldsOf } from '../register/condition.js';
import { FIELDS } from '../scoring/conditionIssues.js';
import type { Scheme } from '../scoring/scheme.js';
import type { Cap, CapLimit, Eligible } from '../visits/cap.js';
import { capConflicts, type VisitFloor } from '../visits/capConflicts.js';
import { documentCheck } from './documentCheck.js';
import type { ProgrammeDocument, ProgrammeSource } from './programme.js';
import { weightRuleIssues } from './weightRuleIssues.js';

/**
 * What is wrong with a programme whose shape is right: with each document, with the book, with the
 * roles, and between documents (scales that differ, a floor above a cap). All of it in one pass.
 */
export function checkProgramme(source: ProgrammeSource): Issue[] {
  return [
    ...source.documents.flatMap((document, i) =>
      documentCheck(document).map((issue) => within(['documents', i], issue)),
    ),
    ...bookIssues(source.documents).map((issue) => within(['documents'], issue)),
    ...pinIssues(source),
    ...roleIssues(source),
    ...betweenDocuments(source),
  ];
}

function pinIssues({ pins = {}, documents }: ProgrammeSource): Issue[] {
  return Object.entries(pins).flatMap(([name, pinned]) => {
    const document = documents.find(({ id, version }) => `${id}@${version}` === name);
    if (document === undefined)
      return [errorAt('unknown-document', ['pins', name], { given: name })];
    const found = digest(document);
    return found === pinned
      ? []
      : [errorAt('pin-differs', ['pins', name], { given: found, expected: pinned })];
  });
}

function roleIssues(source: ProgrammeSource): Issue[] {
  const { credit, risk, matrix, sampling, caps, schedules = [] } = source.roles;
  const { calendars = [], visitRules } = source.roles;
  const role = (id: string, kind: ProgrammeDocument['kind'], path: Issue['path']): Issue[] => {
    const found = source.documents.filter((document) => document.id === id);
    if (found.length === 0) {
      const expected = source.documents.filter((one) => one.kind === kind).map((one) => one.id);
      return [errorAt('unknown-document', path, { given: id, expected })];
    }
    return found
      .filter((document) => document.kind !== kind)
      .map((document) => errorAt('wrong-kind', path, { given: document.kind, expected: kind }));
  };
  return [
    ...role(credit, 'scheme', ['roles', 'credit']),
    ...risk.flatMap(({ scheme }, i) => role(scheme, 'scheme', ['roles', 'risk', i, 'scheme'])),
    ...riskConditionIssues(source),
    ...role(matrix, 'matrix', ['roles', 'matrix']),
    ...role(sampling, 'sampling', ['roles', 'sampling']),
    ...caps.flatMap((id, i) => role(id, 'cap', ['roles', 'caps', i])),
    ...schedules.flatMap(({ schedule }, i) =>
      role(schedule, 'schedule', ['roles', 'schedules', i, 'schedule']),
    ),
    ...calendars.flatMap((id, i) => role(id, 'calendar', ['roles', 'calendars', i])),
    ...(visitRules === undefined ? [] : role(visitRules, 'visit-rules', ['roles', 'visitRules'])),
    ...dayIssues(source),
  ];
}

/** Working days need a calendar with a week, and a notice that counts in them needs them. */
function dayIssues({ documents, roles: { calendars = [], visitRules } }: ProgrammeSource): Issue[] {
  const own = documents.flatMap((one) =>
    one.kind === 'calendar' && calendars.includes(one.id) ? [one] : [],
  );
  const issues: Issue[] = [];
  if (own.length > 0 && own.every(({ week }) => week === undefined)) {
    issues.push(errorAt('calendar-without-week', ['roles', 'calendars'], { given: calendars }));
  }
  documents.forEach((one, i) => {
    if (one.kind !== 'visit-rules' || one.id !== visitRules || calendars.length > 0) return;
    if (one.notice === undefined || !('workingDays' in one.notice)) return;
    const params = { given: one.notice.workingDays };
    issues.push(errorAt('notice-without-calendar', ['documents', i, 'notice'], params));
  });
  return issues;
}

/** A `when` that asks for a fact no scheme declares would leave every entity without a scheme. */
function riskConditionIssues({ roles, documents }: ProgrammeSource): Issue[] {
  const inputs = documents.flatMap((one) =>
    one.kind === 'scheme' ? Object.entries(one.inputs) : [],
  );
  const facts = inputs.flatMap(([name, { type }]) => (type === 'full-years' ? [] : [name]));
  const expected = [...new Set([...facts, ...FIELDS])];
  return roles.risk.flatMap(({ when }, i) =>
    (when === undefined ? [] : fieldsOf(when))
      .filter((field) => !expected.includes(field))
      .map((given) => errorAt('unknown-input', ['roles', 'risk', i, 'when'], { given, expected })),
  );
}

/** Letters of two scales are never compared: where days are shared, the scale must be the same. */
function betweenDocuments(source: ProgrammeSource): Issue[] {
  const { roles, documents } = source;
  const all = <T extends ProgrammeDocument>(
    kind: T['kind'],
    ids: readonly string[],
  ): [T, number][] =>
    documents.flatMap((document, i): [T, number][] =>
      document.kind === kind && ids.includes(document.id) ? [[document as T, i]] : [],
    );
  const matrices = all<Matrix>('matrix', [roles.matrix]);
  const schemes = [roles.credit, ...roles.risk.map(({ scheme }) => scheme)];
  const issues: Issue[] = all<Sampling>('sampling', [roles.sampling]).flatMap(([sampling, i]) =>
    weightRuleIssues(
      sampling,
      matrices.map(([matrix]) => matrix),
      all<Scheme>('scheme', schemes).map(([scheme]) => scheme),
    ).map((issue) => within(['documents', i], issue)),
  );
  for (const [matrix, at] of matrices) {
    const sides = [
      ['credit', matrix.credit, [roles.credit]],
      ['risk', matrix.risk, roles.risk.map((one) => one.scheme)],
    ] as const;
    for (const [side, scale, ids] of sides) {
      for (const [scheme] of all<Scheme>('scheme', ids)) {
        if (shareDays(matrix, scheme) && !sameScale(scale, scheme.scale)) {
          issues.push(scaleIssue(['documents', at, side], scale, scheme.scale));
        }
      }
    }
    const schedules = (roles.schedules ?? []).map(({ schedule }) => schedule);
    for (const [schedule, i] of all<Schedule>('schedule', schedules)) {
      if (!shareDays(matrix, schedule)) continue;
      const scales = [matrix.credit, matrix.risk, matrix.tiers];
      const expected = scales.find(({ id }) => id === schedule.scale.id) ?? matrix.risk;
      if (!sameScale(schedule.scale, expected)) {
        issues.push(scaleIssue(['documents', i, 'scale'], schedule.scale, expected));
      }
    }
    for (const [cap, i] of all<Cap>('cap', roles.caps)) {
      if (!shareDays(matrix, cap)) continue;
      issues.push(...eligibleIssues(cap.eligible, matrix, ['documents', i, 'eligible']));
      cap.limits.forEach(({ eligible = {} }, j) => {
        const path = ['documents', i, 'limits', j, 'eligible'];
        issues.push(...eligibleIssues(eligible, matrix, path));
      });
      for (const { floor, limits } of floorsOf(matrix, cap)) {
        const conflicts = capConflicts({ ...cap, limits }, [floor]);
        issues.push(...conflicts.map((one) => within(['documents', i], one)));
      }
    }
  }
  return issues;
}

/** Whom a cap protects is said by scales the programme gives levels of. */
function eligibleIssues(
  { levels: asked = [] }: Eligible,
  { credit, risk, tiers }: Matrix,
  path: Issue['path'],
): Issue[] {
  const scales = [credit, risk, tiers];
  return asked.flatMap(({ scale, levels }, i) => {
    const here = [...path, 'levels', i];
    const known = scales.find(({ id }) => id === scale);
    if (known === undefined) {
      const expected = scales.map(({ id }) => id);
      return [errorAt('scales-differ', here, { given: scale, expected })];
    }
    return levels
      .filter((level) => !known.levels.includes(level))
      .map((given) => errorAt('unknown-level', here, { given, expected: [...known.levels] }));
  });
}

/** The visits a year each cell demands by full coverage, with the limits that protect who stands in it. */
function floorsOf(matrix: Matrix, cap: Cap): { floor: VisitFloor; limits: CapLimit[] }[] {
  return Object.entries(matrix.cells).flatMap(([level, row]) =>
    Object.entries(row).flatMap(([grade, { key, frequency, tier }]) => {
      const standing = new Map([
        [matrix.tiers.id, tier],
        [matrix.risk.id, level],
        [matrix.credit.id, grade],
      ]);
      const protects = ({ levels = [] }: Eligible): boolean =>
        levels.every(({ scale, levels: among }) => among.includes(standing.get(scale) ?? ''));
      if (!key || !protects(cap.eligible)) return [];
      const limits = cap.limits.flatMap(({ eligible = {}, ...limit }) =>
        protects(eligible) ? [limit] : [],
      );
      const visitsPerYear = Math.ceil((frequency.visits * 12) / frequency.months);
      return [{ floor: { cell: `${level}/${grade}`, visitsPerYear }, limits }];
    }),
  );
}

const sameScale = (a: Scale, b: Scale): boolean =>
  a.id === b.id && a.worse === b.worse && a.levels.join('\n') === b.levels.join('\n');

const scaleIssue = (path: Issue['path'], given: Scale, expected: Scale): Issue =>
  errorAt('scales-differ', path, {
    given: `${given.id}: ${given.levels.join(' ')}`,
    expected: `${expected.id}: ${expected.levels.join(' ')}`,
  });
