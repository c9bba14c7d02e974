import { isAbsolute, join } from 'node:path';
import type { Lang } from '../texts/describe.js';
import { type BarStream, type ProgressBar, progressBar } from './files/progressBar.js';

/** What a command has of the world around it. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown } | BarStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly lang: Lang;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A command at work: where it writes to, and in which language. */
export interface Desk extends CommonOptions {
  /** The answer, on standard output. */
  print(text: string): void;
  /** What goes on, on standard error, unless told to be quiet. */
  note(text: string): void;
  /** What went wrong, on standard error. */
  warn(text: string): void;
  /** The text in the language asked for. */
  say(zh: string, en: string): string;
  /** A path as the system needs it. */
  path(given: string): string;
  readonly bar: ProgressBar;
}

/**
 * A text whose control characters, but for tabs and line ends, are written out: what a file or an
 * argument holds must not move the cursor or colour the terminal. JSON stays the same JSON.
 */
export function visible(text: string): string {
  return text.replaceAll(
    CONTROLS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The desk of one run. Whoever opens it stops its bar. */
export function openDesk(io: Io, { lang, quiet, json }: CommonOptions): Desk {
  const line = (stream: { write(text: string): unknown }, text: string): void => {
    stream.write(visible(text.endsWith('\n') ? text : `${text}\n`));
  };
  const { CI: ci = '' } = io.env;
  return {
    lang,
    quiet,
    json,
    print: (text) => line(io.stdout, text),
    note: (text) => {
      if (!quiet) line(io.stderr, text);
    },
    warn: (text) => line(io.stderr, text),
    say: (zh, en) => (lang === 'zh' ? zh : en),
    path: (given) => (isAbsolute(given) || io.cwd === process.cwd() ? given : join(io.cwd, given)),
    bar: progressBar(lang, io.stderr as BarStream, {
      quiet,
      ci: ci !== '' && ci !== 'false' && ci !== '0',
    }),
  };
}
