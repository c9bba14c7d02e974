import type { Band, Draw } from '../messages.js';
import { element, shape } from './element.js';
import { count } from './numbers.js';
import { table } from './table.js';
import { filled, type Lang, phrases } from './words.js';

const WIDTH = 720;
const LABEL = 64;
const ROW = 34;
/** Below this a number would not fit into its part of a bar. */
const ROOM = 46;

/** The officers' loads in their bands; or why there are none. */
export function loadsView({ bands, witness, visits, inspectors }: Draw, lang: Lang): HTMLElement[] {
  const words = phrases.loads;
  if (witness !== undefined) {
    const { inspectors: few, capacity, needed, missing } = witness;
    const values = { count: few.length, capacity, needed, missing };
    return [element('p', { class: 'caution' }, filled(words.witness[lang], values))];
  }
  const title = filled(words.title[lang], { officers: count(inspectors), visits: count(visits) });
  const rows = bands.flatMap((band) =>
    band.loads.map(({ load, officers }) => [bandName(band, lang), String(load), count(officers)]),
  );
  const header = [words.bandColumn[lang], words.loadColumn[lang], words.officersColumn[lang]];
  return [
    element('p', { class: 'summary' }, title),
    element('figure', {}, bars(bands, title, lang)),
    element(
      'details',
      {},
      element('summary', {}, phrases.strata.table[lang]),
      table(title, header, rows),
    ),
  ];
}

function bandName({ low, high }: Band, lang: Lang): string {
  const { band, fixed } = phrases.loads;
  return filled((low === high ? fixed : band)[lang], { low, high });
}

/** The middle of a bar, whatever the size of the letters. */
const middle = (y: number) => ({ y: y + ROW / 2 - 1, 'dominant-baseline': 'central' });

/** A bar a band; its length is the number of officers, parted by how often they go. */
function bars(bands: readonly Band[], title: string, lang: Lang): SVGElement {
  const sizeOf = ({ loads }: Band): number => loads.reduce((sum, one) => sum + one.officers, 0);
  const widest = Math.max(1, ...bands.map(sizeOf));
  const scale = (WIDTH - LABEL - 60) / widest;
  return shape(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${bands.length * ROW + 4}`, role: 'img', 'aria-label': title },
    ...bands.map((band, i) => {
      const y = i * ROW;
      let x = LABEL;
      const parts = band.loads.map(({ load, officers }) => {
        const width = officers * scale;
        const left = x;
        x += width;
        return shape(
          'g',
          {},
          shape('title', {}, filled(phrases.loads.segment[lang], { officers, load })),
          shape('rect', {
            class: load > band.low ? 'part' : 'whole',
            ...{ x: left, y: y + 4, width: Math.max(1, width - 1), height: ROW - 10 },
          }),
          width < ROOM
            ? undefined
            : shape(
                'text',
                { x: left + 8, ...middle(y), class: load > band.low ? 'on-part' : '' },
                `${load}×`,
              ),
        );
      });
      return shape(
        'g',
        {},
        shape('text', { x: 0, ...middle(y) }, bandName(band, lang)),
        ...parts,
        shape('text', { x: x + 8, ...middle(y), class: 'strong' }, count(sizeOf(band))),
      );
    }),
  );
}
