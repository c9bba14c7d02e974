import type { Fault, Material } from '../messages.js';
import { element } from './element.js';
import { mark } from './marks.js';
import { count } from './numbers.js';
import { filled, type Lang, phrases } from './words.js';

/** What is there and what is still needed, then what was no use. */
export function materialViews(
  materials: ReadonlyMap<Material['role'], Material>,
  faults: readonly Fault[],
  lang: Lang,
): HTMLElement[] {
  const others = (['proof', 'sealed', 'amendments'] as const).filter((role) => materials.has(role));
  const roles = ['notice-a', 'notice-b', 'frame', ...others] as const;
  return [
    ...roles.map((role) => {
      const material = materials.get(role);
      const kind = material === undefined ? 'skipped' : 'ok';
      return element(
        'li',
        { class: kind, 'data-role': role },
        mark(kind, ''),
        element(
          'div',
          {},
          `${phrases.roles[role][lang]} `,
          element('span', { class: 'note' }, material ? shown(material, lang) : wanted(role, lang)),
        ),
      );
    }),
    ...faults.map((fault) =>
      element(
        'li',
        { class: 'wrong', role: 'alert' },
        mark('wrong', ''),
        element('div', {}, filled(phrases.faults[fault.code][lang], { ...fault })),
      ),
    ),
  ];
}

function shown(material: Material, lang: Lang): string {
  const { name } = material;
  switch (material.role) {
    case 'proof':
      return `${name} · ${material.id}`;
    case 'frame':
      return `${name} · ${filled(phrases.rows[lang], { rows: count(material.rows) })}`;
    case 'amendments':
      return `${name} · ${filled(phrases.later.files[lang], { count: material.count })}`;
    default:
      return `${name} · ${material.drawId}`;
  }
}

const wanted = (role: Material['role'], lang: Lang): string =>
  (role === 'frame' ? phrases.ifAny : phrases.stillMissing)[lang];
