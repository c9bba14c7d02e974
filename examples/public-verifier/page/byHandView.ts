import type { FirmAnswer, FirmTask } from '../messages.js';
import { element } from './element.js';
import { type Lang, phrases } from './words.js';

/** The three hashes behind a ticket, as commands anybody can run, each with what it gives. */
export function byHandView(
  { key, keyText, ticket }: FirmTask,
  { code, seedText }: FirmAnswer,
  lang: Lang,
): HTMLElement {
  const seed = /^seed=(.*)$/m.exec(keyText)?.[1] ?? '';
  const steps = [
    [phrases.steps.seed, linesCommand(seedText), seed],
    [phrases.steps.key, linesCommand(keyText), key],
    [phrases.steps.ticket, `printf '%s' ${quoted(key + code)} | sha256sum`, ticket],
  ] as const;
  return element(
    'details',
    { class: 'by-hand' },
    element('summary', {}, phrases.byHand[lang]),
    element('p', { class: 'note' }, phrases.byHandHint[lang]),
    element(
      'ol',
      {},
      ...steps.map(([name, command, result]) =>
        element(
          'li',
          {},
          name[lang],
          element('pre', { tabindex: '0' }, command),
          element('output', { class: 'hex' }, result),
        ),
      ),
    ),
  );
}

/** A command that hashes lines, each with its line end. */
const linesCommand = (text: string): string =>
  `printf '%s\\n' ${text.split('\n').map(quoted).join(' ')} | sha256sum`;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
