// How the page looks: on a screen, on a phone, on paper.
import { COLOURS } from './plots.js';

export const pageStyle = `
:root { color-scheme: light; --ink: ${COLOURS.ink}; --soft: ${COLOURS.soft}; --line: ${COLOURS.line}; --main: ${COLOURS.main}; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1160px; padding: 44px 28px 56px; color: var(--ink); background: #fff; font: 16px/1.6 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, "Noto Sans", "Liberation Sans", "DejaVu Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { margin: 0 0 8px; font-size: 32px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 20px; line-height: 1.35; font-weight: 620; }
p { margin: 6px 0; max-width: 46em; }
.lede { margin: 0; font-size: 18px; color: var(--soft); }
.tiles { display: grid; grid-template-columns: 2fr repeat(4, 1fr); gap: 12px; margin: 28px 0 24px; }
.tile { padding: 14px 16px 12px; border: 1px solid var(--line); border-radius: 8px; }
.tile.lead { background: var(--main); border-color: var(--main); color: #fff; }
.tile dt { font-size: 14px; line-height: 1.4; color: var(--soft); }
.tile dd { margin: 4px 0 0; font-size: 25px; line-height: 1.2; font-weight: 640; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tile.lead dd:not(.note) { font-size: 38px; }
.tile dd.note { font-size: 13px; line-height: 1.4; font-weight: 400; color: var(--soft); white-space: normal; }
.tile.lead dt, .tile.lead dd.note { color: #e3f1f4; }
aside { padding: 16px 20px; border-left: 4px solid ${COLOURS.warm}; background: #fdf6f0; border-radius: 0 8px 8px 0; }
aside h2 { font-size: 17px; }
aside p { max-width: none; font-size: 15px; }
figure, section { margin: 52px 0 0; }
figcaption p, section > p { margin: 2px 0 14px; color: var(--soft); font-size: 15px; }
.beside { display: grid; grid-template-columns: minmax(0, 600px) minmax(0, 1fr); gap: 28px; align-items: start; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.narrow { display: none; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 6px; font-size: 13px; color: var(--soft); text-align: left; }
th { padding: 5px 7px; border-bottom: 1px solid var(--line); font-weight: 400; text-align: left; vertical-align: bottom; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; }
td { padding: 5px 7px; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
thead .n { white-space: normal; }
section .table { max-width: 720px; }
footer { margin-top: 56px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 13px; color: var(--soft); }
@media (max-width: 980px) {
  .beside { grid-template-columns: 1fr; gap: 14px; }
  .tiles { grid-template-columns: repeat(4, 1fr); }
  .tile.lead { grid-column: 1 / -1; }
}
@media (max-width: 640px) {
  body { padding: 24px 16px 40px; }
  h1 { font-size: 25px; }
  .lede { font-size: 16px; }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px; margin-top: 20px; }
  .tile { padding: 10px 12px; }
  .wide { display: none; }
  .narrow { display: block; }
  th, td { padding: 5px 5px; }
}
@media print {
  @page { margin: 14mm 12mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .tile.lead { background: none; color: var(--ink); border: 1.5px solid var(--main); }
  .tile.lead dt, .tile.lead dd.note { color: var(--soft); }
  figure, .tile, tr, aside { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
