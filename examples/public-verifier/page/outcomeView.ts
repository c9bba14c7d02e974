import { CHECKS } from 'evenhand/notice';
import type { Draw, Later, Outcome, Place } from '../messages.js';
import { differenceView, shortened } from './differenceView.js';
import { element } from './element.js';
import { mark } from './marks.js';
import { count } from './numbers.js';
import { checks, filled, type Lang, phrases } from './words.js';

/** How many things do not hold: checks of the notices, the seal, the amendments. */
export function faultsIn({ verification }: Outcome, later?: Later): number {
  const more = later === undefined ? [] : [later.seal, later.chain];
  return [...verification.checks, ...more].filter((one) => one?.ok === false).length;
}

/** The verdict in words: one heading, and what it does not cover. */
export function verdictView(outcome: Outcome, later: Later | undefined, lang: Lang): HTMLElement {
  const wrong = faultsIn(outcome, later);
  const ok = outcome.verification.ok && wrong === 0;
  const line = filled((ok ? phrases.holdsLine : phrases.failsLine)[lang], { count: wrong });
  const cautions = [
    outcome.draw?.mode === 'simulation' ? phrases.simulation : undefined,
    outcome.hasDigest ? undefined : phrases.noDigest,
    outcome.hasFrame ? undefined : phrases.noFrame,
  ].filter((text) => text !== undefined);
  return element(
    'div',
    { class: `verdict ${ok ? 'ok' : 'wrong'}` },
    element('h3', {}, mark(ok ? 'ok' : 'wrong', ''), (ok ? phrases.holds : phrases.fails)[lang]),
    element('p', {}, line),
    ...cautions.map((text) => element('p', { class: 'caution' }, text[lang])),
  );
}

/** Every check with its mark, and where one fails the first thing that differs. */
export function checkViews({ verification, places }: Outcome, lang: Lang): HTMLElement[] {
  const made = new Map(verification.checks.map((check) => [check.check, check]));
  return CHECKS.map((name) => {
    const check = made.get(name);
    const kind = check === undefined ? 'skipped' : check.ok ? 'ok' : 'wrong';
    return element(
      'li',
      { class: kind, 'data-check': name },
      mark(kind, phrases.marks[kind][lang]),
      element(
        'div',
        {},
        element('span', {}, checks[name][lang]),
        kind === 'skipped'
          ? element('span', { class: 'note' }, ` ${phrases.marks.skipped[lang]}`)
          : undefined,
        placeView(places[name] ?? [], lang),
        kind === 'wrong' && check !== undefined
          ? differenceView({ field: '', expected: '', found: '', ...check }, lang)
          : undefined,
      ),
    );
  });
}

/** What a failing check is about, in words: task, stratum, firm. */
function placeView(places: readonly Place[], lang: Lang): HTMLElement | undefined {
  if (places.length === 0) return undefined;
  const words = places.map(({ kind, name }) => filled(phrases.places[kind][lang], { name }));
  return element('p', { class: 'place' }, words.join(' · '));
}

/** What the notices say about the draw, for comparing by eye. */
export function factsView(draw: Draw, lang: Lang): HTMLElement {
  const entropy = draw.entropy.map(({ label, value }) => `${label} = ${value}`).join('\n');
  const values: Record<keyof typeof phrases.facts, string> = {
    drawId: draw.drawId,
    organ: draw.organ,
    year: String(draw.year),
    asOf: draw.asOf,
    policy: draw.policy,
    method: draw.method,
    digestOfA: draw.digestOfA,
    digestOfB: draw.digestOfB,
    entropy,
    seed: draw.seed,
    visits: count(draw.visits),
    desk: count(draw.desk),
    deferred: count(draw.deferred),
    software: draw.software,
  };
  const names = Object.keys(values) as (keyof typeof values)[];
  const rows = names.flatMap((name) => [
    element('dt', {}, phrases.facts[name][lang]),
    element('dd', {}, shortened(values[name])),
  ]);
  return element(
    'details',
    {},
    element('summary', {}, phrases.factsTitle[lang]),
    element('dl', { class: 'facts' }, ...rows),
  );
}
