import type { Handbook } from '../scenario/handbook.js';
import type { Lang } from '../texts/describe.js';
import { handbookBlocks, type TextBlock } from '../texts/handbookText.js';
import { html, type Markup, markup, raw } from './burden/html.js';

const STYLE = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;line-height:1.6;
font-family:system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1b1f24;background:#fff}
h2{margin-top:2rem;border-bottom:1px solid #d0d7de}h3{margin-bottom:.2rem}`;

/** A handbook as one HTML page that needs nothing else: no script, no font, no connection. */
export function handbookPage(handbook: Handbook, lang: Lang): string {
  const body = handbookBlocks(handbook, lang).map(pieceOf);
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${handbook.title[lang]}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
  return markup(page);
}

function pieceOf(block: TextBlock): Markup {
  if ('list' in block) {
    return html`<ul>
${block.list.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`;
  }
  if (!('heading' in block))
    return html`<p>${block.text}</p>
`;
  const { heading, text } = block;
  if (heading === 1)
    return html`<h1>${text}</h1>
`;
  return heading === 2
    ? html`<h2>${text}</h2>
`
    : html`<h3>${text}</h3>
`;
}
