import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Engine, plainRow, type SqlRow } from './duckdb.js';

/** Apache Spark with a driver and two executors, in processes of their own. */
export interface SparkEngine extends Engine {
  readonly version: string;
  readonly executors: number;
  /** The same rows, while one executor is killed; and how many were. */
  rowsDespiteKill(
    sql: string,
  ): Promise<{ readonly rows: readonly SqlRow[]; readonly killed: number }>;
  /** Views `table_0`, `table_1` …: what lies in one partition each. */
  shards(count: number, table: string, column: string): Promise<void>;
  set(settings: Readonly<Record<string, string>>): Promise<void>;
}

/** A Python that has PySpark, where the machine has Java too; undefined where not. */
export function sparkPython(): string | undefined {
  const own = join(homedir(), '.cache/evenhand/spark-4.3.0/bin/python');
  const named = process.env['EVENHAND_SPARK_PYTHON'];
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...(existsSync(own) ? [own] : []),
    'python3',
  ];
  if (spawnSync('java', ['-version']).status !== 0) return undefined;
  return candidates.find(
    (python) =>
      spawnSync(python, [
        '-c',
        'import importlib.util as u, sys; sys.exit(0 if u.find_spec("pyspark") else 1)',
      ]).status === 0,
  );
}

/** Starts Spark; it takes some seconds. */
export async function startSpark(python: string): Promise<SparkEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-spark-'));
  const script = fileURLToPath(new URL('./spark.py', import.meta.url));
  const child: ChildProcess = spawn(python, [script], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SPARK_LOCAL_IP: '127.0.0.1',
      // Short-lived processes: the second compiler would never earn what it costs.
      JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
      SPARK_LOCAL_DIRS: folder,
      SPARK_WORKER_DIR: join(folder, 'work'),
      PYSPARK_PYTHON: python,
      EVENHAND_SPARK_TEST: randomUUID(),
      TZ: 'Pacific/Apia',
    },
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
    if (done === true) throw new Error(`Spark ended: ${log}`);
    const found = JSON.parse(value as string) as Record<string, unknown>;
    if (found['error'] !== undefined) throw new Error(String(found['error']));
    return found;
  };
  const ask = (request: unknown): Promise<Record<string, unknown>> => {
    child.stdin?.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const { version, executors } = await answer();
  let files = 0;
  const asked = async (request: unknown) => {
    const { rows, killed } = await ask(request);
    return { rows: (rows as Record<string, unknown>[]).map(plainRow), killed: Number(killed) };
  };
  return {
    version: String(version),
    executors: Number(executors),
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
    async rows(sql) {
      return (await asked({ sql })).rows;
    },
    rowsDespiteKill: (sql) => asked({ sql, kill: true }),
    async shards(count, table, column) {
      await ask({ shards: count, table, column });
    },
    async set(settings) {
      await ask({ set: settings });
    },
    async close() {
      child.stdin?.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null) await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
