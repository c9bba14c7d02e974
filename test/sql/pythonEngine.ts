import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { WarehouseTable } from '../../src/testing/warehouse/registerTables.js';

/** A Python script that runs an engine: one JSON request a line, one JSON answer a line. */
export interface PythonEngine {
  /** What the script said of itself when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  ask(request: unknown): Promise<Record<string, unknown>>;
  /** Writes the rows as files of JSON lines, every value as text, and has the script load them. */
  load(tables: readonly WarehouseTable[]): Promise<void>;
  close(): Promise<void>;
}

/** A Python that has a package: the one named, the one the gate made, or the machine's; undefined where none has. */
export function pythonWith(
  found: string,
  own: string,
  named: string | undefined,
): string | undefined {
  const made = join(homedir(), '.cache/evenhand', own, 'bin/python');
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...(existsSync(made) ? [made] : []),
    'python3',
  ];
  const asks = `import importlib.util as u, sys; sys.exit(0 if u.find_spec("${found}") else 1)`;
  return candidates.find((python) => spawnSync(python, ['-c', asks]).status === 0);
}

/** Starts a script of this folder in a folder of its own, which goes with it. */
export async function startPython(
  python: string,
  script: string,
  environment: (folder: string) => Readonly<Record<string, string>>,
): Promise<PythonEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-engine-'));
  const child: ChildProcess = spawn(python, [fileURLToPath(new URL(script, import.meta.url))], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment(folder), TZ: 'Pacific/Apia' },
  });
  let log = '';
  child.stderr?.on('data', (text: Buffer) => {
    log = (log + text.toString('utf8')).slice(-6_000);
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[
    Symbol.asyncIterator
  ]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${script} ended: ${log}`);
    const found = JSON.parse(value as string) as Record<string, unknown>;
    if (found['error'] !== undefined) throw new Error(String(found['error']));
    return found;
  };
  const ask = (request: unknown): Promise<Record<string, unknown>> => {
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const ready = await answer();
  let files = 0;
  return {
    ready,
    ask,
    async load(tables) {
      const load = tables.map(({ name, columns, rows }) => {
        const path = join(folder, `${files++}.jsonl`);
        const text = rows.map((row) =>
          JSON.stringify(
            Object.fromEntries(row.map((value, i) => [columns[i]?.name as string, value ?? null])),
          ),
        );
        writeFileSync(path, text.join('\n'));
        return { name, columns, path };
      });
      await ask({ load });
    },
    async close() {
      child.stdin?.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null) await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
