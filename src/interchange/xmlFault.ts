import { errorAt, type Issue } from '../core/issue.js';

/** So large that no scorecard or table written by people comes near. */
const MOST_CHARACTERS = 4_000_000;
/** So deep that no nested predicate comes near, and no recursion over it fails. */
const MOST_DEPTH = 100;

const KNOWN_ENTITY = /^&(?:lt|gt|amp|apos|quot|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});/;

/**
 * Why a text must not reach a parser: it is too large, declares a document type (whose entities can
 * grow a few lines into gigabytes), names an entity nobody declared, or is nested too deep.
 *
 * One pass by `indexOf`, so that no text makes it slow.
 */
export function xmlFault(text: string): Issue | undefined {
  if (text.length > MOST_CHARACTERS) {
    return errorAt('xml-too-large', [], { given: text.length, expected: MOST_CHARACTERS });
  }
  let depth = 0;
  let end = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
    const between = betweenFault(text, end, at, depth);
    if (between !== undefined) return between;
    const closed = closeOf(text, at);
    if (closed === undefined) return openFault(text, at);
    end = closed;
    if (text.startsWith('</', at)) depth--;
    else if (text[at + 1] !== '?' && text[at + 1] !== '!') {
      const fault = entityFault(text, at, end);
      if (fault !== undefined) return fault;
      if (text[end - 2] !== '/') depth++;
    }
    if (depth > MOST_DEPTH) return errorAt('xml-too-deep', [], { expected: MOST_DEPTH });
  }
  return betweenFault(text, end, text.length, depth);
}

/** Whatever stands between these is not markup. */
const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The place after what begins at `at`; undefined where it never ends, or is a declaration. */
function closeOf(text: string, at: number): number | undefined {
  for (const [open, close] of OPAQUE) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? undefined : end + close.length;
  }
  if (text[at + 1] === '!') return undefined;
  for (let i = at + 1; i < text.length; i++) {
    const mark = text[i];
    if (mark === '>') return i + 1;
    if (mark !== '"' && mark !== "'") continue;
    i = text.indexOf(mark, i + 1);
    if (i < 0) return undefined;
  }
  return undefined;
}

function openFault(text: string, at: number): Issue {
  const given = text.slice(at, at + 20);
  const isOpaque = OPAQUE.some(([open]) => given.startsWith(open));
  return given.startsWith('<!') && !isOpaque
    ? errorAt('xml-declares', [], { given })
    : malformed(`no end of \`${given}\``);
}

/** What stands between two marks: outside the root element nothing may. */
function betweenFault(text: string, from: number, to: number, depth: number): Issue | undefined {
  const given = text.slice(from, to);
  if (depth > 0 || given.trim() === '') return entityFault(text, from, to);
  return malformed(`text outside the root: \`${given.trim().slice(0, 20)}\``);
}

function entityFault(text: string, from: number, to: number): Issue | undefined {
  const part = text.slice(from, to);
  for (let at = part.indexOf('&'); at >= 0; at = part.indexOf('&', at + 1)) {
    const given = part.slice(at, at + 12);
    if (!KNOWN_ENTITY.test(given)) return malformed(`unknown entity \`${given}\``);
  }
  return undefined;
}

/** The issue of a text that is no XML. */
export function malformed(fault: string): Issue {
  return errorAt('xml-malformed', [], { fault });
}
