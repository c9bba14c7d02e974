import { COLOURS } from './colours.js';

/** How the page looks: on a screen, on a phone, on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: ${COLOURS.ink}; --soft: ${COLOURS.soft}; --line: ${COLOURS.line}; --after: ${COLOURS.after}; --outside: ${COLOURS.outside}; --refused: ${COLOURS.refused}; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 856px; padding: 40px 24px 56px; color: var(--ink); background: #fff; font: 16px/1.6 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 19px; line-height: 1.35; font-weight: 620; }
p { margin: 6px 0; }
.lede { margin: 0; font-size: 18px; color: var(--soft); max-width: 44em; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 28px 0 8px; }
.tile { padding: 14px 16px 12px; border: 1px solid var(--line); border-radius: 8px; }
.tile.lead { grid-column: span 2; background: var(--after); border-color: var(--after); color: #fff; }
.tile dt { font-size: 14px; color: var(--soft); }
.tile dd { margin: 2px 0 0; font-size: 27px; line-height: 1.2; font-weight: 640; font-variant-numeric: tabular-nums; }
.tile.lead dd:not(.note) { font-size: 42px; }
.tile dd.note { margin-top: 4px; font-size: 13px; line-height: 1.4; font-weight: 400; color: var(--soft); }
.tile.lead dt, .tile.lead dd.note { color: #d9edf1; }
.tile.outside dd:not(.note) { color: #b65f17; }
.tile.alarm { border-color: var(--refused); }
.tile.alarm dd:not(.note) { color: var(--refused); }
figure, section { margin: 40px 0 0; }
figcaption p { margin: 2px 0 12px; color: var(--soft); font-size: 15px; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.narrow { display: none; }
.table { margin-top: 14px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14.5px; font-variant-numeric: tabular-nums; }
th { padding: 6px 10px; border-bottom: 1.5px solid var(--ink); font-weight: 600; text-align: left; vertical-align: bottom; }
td { padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; }
td.n { white-space: nowrap; }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 13px; color: var(--soft); }
@media (max-width: 640px) {
  body { padding: 24px 16px 40px; }
  h1 { font-size: 24px; }
  .lede { font-size: 16px; }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px; margin-top: 20px; }
  .tile { padding: 10px 12px; }
  .tile dd { font-size: 22px; }
  .wide { display: none; }
  .narrow { display: block; }
  table { font-size: 13px; }
  th, td { padding: 5px 3px; }
  th.n { min-width: 2.7em; text-wrap: balance; }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .tile.lead { background: none; color: var(--ink); border: 1.5px solid var(--after); }
  .tile.lead dt, .tile.lead dd.note { color: var(--soft); }
  figure, .tile, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
