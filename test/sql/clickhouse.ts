import { type Engine, plainRow } from './duckdb.js';
import { pythonWith, startPython } from './pythonEngine.js';

/** A Python that has ClickHouse in it; undefined where none has. */
export function clickhousePython(): string | undefined {
  return pythonWith('chdb', 'clickhouse-26.9.0', process.env['EVENHAND_CLICKHOUSE_PYTHON']);
}

/** ClickHouse in a process of its own. */
export async function startClickhouse(python: string): Promise<Engine> {
  const clickhouse = await startPython(python, './clickhouse.py', () => ({}));
  return {
    load: clickhouse.load,
    async rows(sql) {
      const { rows } = await clickhouse.ask({ sql });
      return (rows as Record<string, unknown>[]).map(plainRow);
    },
    close: clickhouse.close,
  };
}
