import type { Issue, IssueParam } from '../../core/issue.js';
import type { Subject } from '../../register/condition.js';

/** Something about a document that its author should know; an issue with who shows it. */
export interface Finding extends Issue {
  /** An entity that shows it, made up for the purpose. */
  readonly counterexample?: Subject;
  /** The entity to compare it with, where it takes two. */
  readonly against?: Subject;
}

/** Who shows a finding, as far as somebody does. */
export interface Shown {
  readonly counterexample?: Subject | undefined;
  readonly against?: Subject | undefined;
}

/** A finding of severity `warning`: lawful as it stands, but worth a second look. */
export function finding(
  code: string,
  path: Issue['path'],
  params: Readonly<Record<string, IssueParam>>,
  { counterexample, against }: Shown = {},
): Finding {
  return {
    ...{ code, severity: 'warning', path, params },
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(against === undefined ? {} : { against }),
  };
}

/** The finding as it stands below `prefix`. */
export function findingWithin(prefix: Issue['path'], one: Finding): Finding {
  return { ...one, path: [...prefix, ...one.path] };
}
