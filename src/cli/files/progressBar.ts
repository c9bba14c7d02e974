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
 * build server (the environment's `CI`).
 */
export function progressBar(
  lang: 'zh' | 'en',
  stream: BarStream,
  { quiet = false, ci = isBuildServer() }: { readonly quiet?: boolean; readonly ci?: boolean } = {},
): ProgressBar {
  const isShown = stream.isTTY === true && !quiet && !ci;
  let bar: SingleBar | undefined;
  return {
    stage(name, total) {
      bar?.stop();
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
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}

function isBuildServer(): boolean {
  const ci = process.env['CI'] ?? '';
  return ci !== '' && ci !== 'false' && ci !== '0';
}
