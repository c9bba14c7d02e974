import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SqlRow } from '../../src/testing/warehouse/expectedRows.js';
import { type Engine, plainRow } from './duckdb.js';
import { pythonWith, startPython } from './pythonEngine.js';

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
  if (spawnSync('java', ['-version']).status !== 0) return undefined;
  return pythonWith('pyspark', 'spark-4.3.0', process.env['EVENHAND_SPARK_PYTHON']);
}

/** Starts Spark; it takes some seconds. */
export async function startSpark(python: string): Promise<SparkEngine> {
  const spark = await startPython(python, './spark.py', (folder) => ({
    SPARK_LOCAL_IP: '127.0.0.1',
    // Short-lived processes: the second compiler would never earn what it costs.
    JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    SPARK_LOCAL_DIRS: folder,
    SPARK_WORKER_DIR: join(folder, 'work'),
    PYSPARK_PYTHON: python,
    EVENHAND_SPARK_TEST: randomUUID(),
  }));
  const asked = async (request: unknown) => {
    const { rows, killed } = await spark.ask(request);
    return { rows: (rows as Record<string, unknown>[]).map(plainRow), killed: Number(killed) };
  };
  return {
    version: String(spark.ready['version']),
    executors: Number(spark.ready['executors']),
    load: spark.load,
    rows: async (sql) => (await asked({ sql })).rows,
    rowsDespiteKill: (sql) => asked({ sql, kill: true }),
    async shards(count, table, column) {
      await spark.ask({ shards: count, table, column });
    },
    async set(settings) {
      await spark.ask({ set: settings });
    },
    close: spark.close,
  };
}
