import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { fences, root } from './fences.js';

// As files in memory: a reader's strict project is what they are held to.
const texts = new Map(
  fences().map(({ file, line, code }) => [
    join(root, 'test/docs', `${file.replaceAll(/\W/g, '_')}_${line}.ts`),
    `${'\n'.repeat(line)}${code}\nexport {};\n`,
  ]),
);

it('an example that is copied into a strict project compiles', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  options.types = [];
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  const faults = [...texts.keys()]
    .flatMap((path) => program.getSourceFile(path) ?? [])
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
  expect(faults.map(shown)).toEqual([]);
}, 180_000);

function shown({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `${file?.fileName.split('/').at(-1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
