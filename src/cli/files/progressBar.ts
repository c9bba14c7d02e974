import { SingleBar } from 'cli-progress';

/** Where a bar is drawn: standard error, as a rule. */
export type BarStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Shows how far a long run is, a stage at a time. */
export interface ProgressBar {
  /** Begins a stage of `total` steps; the one before is done. */
  stage(name: { readonly zh: string; readonly en: string }, total: number): void;
  /** So many more steps are done, one unless told. */
  tick(steps?: number): void;
  /** So many steps of the stage are done in all. */
  reach(steps: number): void;
  /** Ends drawing. Call it in `finally`: the bar's timer keeps the process alive. */
  stop(): void;
}

/**
 * A progress bar in the reader's language, silent where nobody watches: no terminal, `quiet`, or a
 * build server (the environment's `CI`). A stage that took long is told in a line, unless `quiet`.
 *
 * @param options.toldAfter - how many milliseconds are long, ten seconds unless told
 */
export function progressBar(
  lang: 'zh' | 'en',
  stream: BarStream,
  {
    quiet = false,
    ci = isBuildServer(),
    toldAfter = LONG,
  }: { readonly quiet?: boolean; readonly ci?: boolean; readonly toldAfter?: number } = {},
): ProgressBar {
  const isShown = stream.isTTY === true && !quiet && !ci;
  let bar: SingleBar | undefined;
  let tellStage: (() => void) | undefined;
  const end = (): void => {
    bar?.stop();
    bar = undefined;
    tellStage?.();
    tellStage = undefined;
  };
  return {
    stage(name, total) {
      end();
      if (!quiet) tellStage = stageTeller(lang, name, stream, toldAfter);
      if (!isShown) return;
      bar = new SingleBar({
        stream,
        format: `${name[lang]} [{bar}] {percentage}% {value}/{total}`,
        barsize: 30,
        linewrap: true,
      });
      bar.start(total, 0);
    },
    tick(steps = 1) {
      bar?.increment(steps);
    },
    reach(steps) {
      bar?.update(steps);
    },
    stop: end,
  };
}

/** A stage of so many milliseconds is told with its time. */
const LONG = 10_000;

/** Tells what a stage took, once it is over, if it was a long one. */
function stageTeller(
  lang: 'zh' | 'en',
  name: { readonly zh: string; readonly en: string },
  stream: BarStream,
  toldAfter: number,
): () => void {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const elapsed = performance.now() - start;
    if (elapsed < toldAfter) return;
    const { user, system } = process.cpuUsage(before);
    const [wall, cpu] = [Math.round(elapsed / 1000), Math.round((user + system) / 1e6)];
    const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
    const text =
      lang === 'zh'
        ? `${name.zh}：用时 ${wall} 秒（处理器 ${cpu} 秒），内存 ${memory} MB`
        : `${name.en}: ${wall} s (processor ${cpu} s), ${memory} MB`;
    stream.write(`${text}\n`);
  };
}

function isBuildServer(): boolean {
  const ci = process.env['CI'] ?? '';
  return ci !== '' && ci !== 'false' && ci !== '0';
}
