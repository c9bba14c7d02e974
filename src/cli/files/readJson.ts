import { excerpt, fileError, fileWarning, type Reading, type RowReader } from './rows.js';
import { lineBreaks } from './strictText.js';

/** Reads NDJSON: one JSON object a line; a bad line becomes an issue and the others go on. */
export function ndjsonReader(file: string, found: Reading): RowReader {
  let row = 0;
  return {
    take(text) {
      const lines = text.split('\n');
      const unfinished = lines.pop() as string;
      for (const line of lines) takeLine(line, ++row, file, found, 'bad-json');
      if (unfinished !== '') takeLine(unfinished, ++row, file, found, 'truncated-file');
      return true;
    },
    end() {
      if (found.rows.length > 0 || found.issues.length > 0) return;
      found.issues.push(fileError('empty-file', file));
    },
  };
}

/** Reads one JSON list of objects, as a whole. */
export function jsonReader(file: string, found: Reading): RowReader {
  const parts: string[] = [];
  return {
    take(text) {
      parts.push(text);
      return true;
    },
    end() {
      const text = parts.join('');
      if (text.trim() === '') {
        found.issues.push(fileError('empty-file', file));
        return;
      }
      const json = parsed(text);
      if (json.reason !== undefined) found.issues.push(listFault(text, json.reason, file));
      else takeList(json.value, file, found);
    },
  };
}

function takeLine(
  line: string,
  row: number,
  file: string,
  found: Reading,
  fault: 'bad-json' | 'truncated-file',
): void {
  if (line.trim() === '') return;
  if (line.includes('\0')) {
    found.issues.push(fileError('nul-byte', file, row));
    return;
  }
  const json = parsed(line);
  if (json.reason === undefined) takeValue(json.value, row, file, found);
  else found.issues.push(fileError(fault, file, row, { given: excerpt(line) }));
}

function takeList(list: unknown, file: string, found: Reading): void {
  if (!Array.isArray(list)) {
    found.issues.push(fileError('not-a-list', file, undefined, { given: kindOf(list) }));
    return;
  }
  if (list.length === 0) found.issues.push(fileWarning('no-rows', file));
  for (const [i, value] of list.entries()) takeValue(value, i + 1, file, found);
}

function takeValue(value: unknown, row: number, file: string, found: Reading): void {
  if (isObject(value)) found.rows.push({ file, row, values: value });
  else found.issues.push(fileError('not-an-object', file, row, { given: kindOf(value) }));
}

/** A list that does not end in its bracket was cut; else the fault is at the place the parser names. */
function listFault(text: string, reason: string, file: string) {
  if (text.includes('\0')) return fileError('nul-byte', file);
  if (text.trimStart().startsWith('[') && !text.trimEnd().endsWith(']')) {
    return fileError('truncated-file', file);
  }
  const at = Number(/at position (\d+)/.exec(reason)?.[1] ?? 0);
  const given = excerpt(text.slice(at, at + 61).split('\n', 1)[0] as string);
  return fileError('bad-json', file, lineBreaks(text.slice(0, at)) + 1, { given });
}

function parsed(text: string): { value: unknown; reason?: undefined } | { reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: String(error) };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}
