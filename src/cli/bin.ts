#!/usr/bin/env node
import { EXIT } from './exit.js';
import { main } from './main.js';

// A reader that has seen enough (`evenhand … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: cannot write to standard output: ${error.message}\n`);
  process.exit(EXIT.files);
});

main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
