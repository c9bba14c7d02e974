// Makes the public verifier: one HTML file with everything in it.
//   node examples/public-verifier/build.mjs [OUTPUT], by default dist/public-verifier.html
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const output = process.argv[2] ?? join(root, 'dist/public-verifier.html');

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'inline',
  // The policy below forbids code made of text, so no schema tries to compile itself.
  banner: { js: 'globalThis.__zod_globalConfig={jitless:true};' },
  logLevel: 'warning',
});
const script = outputFiles[0].text;
if (/<!--|<script|<\/script/i.test(script)) throw new Error('the script would end its own element');

const css = readFileSync(join(here, 'page.css'), 'utf8');
const { code: style } = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });

// Nothing but this very script and style may run, and nothing may be fetched or sent.
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} blob:`,
  'worker-src blob:',
  `style-src ${hash(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const html = [
  ['content="policy"', `content="${policy}"`],
  ['<!-- style -->', `<style>${style}</style>`],
  ['<!-- script -->', `<script>${script}</script>`],
].reduce(
  (page, [place, part]) => {
    if (!page.includes(place)) throw new Error(`page.html has no ${place}`);
    return page.replace(place, () => part);
  },
  readFileSync(join(here, 'page.html'), 'utf8'),
);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, html);
const digest = createHash('sha256').update(html).digest('hex');
console.log(`${output}  ${(html.length / 1024).toFixed(0)} kB  SHA-256 ${digest}`);
