/**
 * Checking many files, on several threads where that pays. Each thread takes the next file from a shared counter, the
 * main thread too; results come back in the order of the list.
 */
import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { Checker, type CheckOptions } from './check';
import type { Listed } from './files';
import type { Outcome } from './results';
import type { Times } from './stats';

/** What a thread is given. */
interface Job {
  readonly files: readonly Listed[];
  readonly options: CheckOptions;
  /** One 32-bit integer: the index of the next file. */
  readonly next: SharedArrayBuffer;
}

/** What a thread tells. */
type Told = { readonly index: number; readonly outcome: Outcome } | { readonly times: Times | undefined };

/**
 * A thread starts cold: until its code is compiled well it costs about a second of processor time and 40 MB. Below so
 * many bytes for each thread (some sixty reports), one thread does it as fast.
 */
const BYTES_FOR_A_THREAD = 1_200_000;
const MOST_THREADS = 8;
/** Young memory of a thread: enough for a report, and the whole stays small. Measured: more takes memory and saves no time. */
const YOUNG_MB = 4;

/** How many threads are worth their start. */
export function jobsFor(files: readonly Listed[]): number {
  const most = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(files.length / 2));
  if (most <= 1) return 1;
  let bytes = 0;
  for (const { path } of files) {
    bytes += sizeOf(path);
    if (bytes >= most * BYTES_FOR_A_THREAD) return most;
  }
  return Math.max(1, Math.floor(bytes / BYTES_FOR_A_THREAD));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Checks the files. `onDone` is told how many are done. `threadFile` is the program a thread runs; without it all is done here. */
export async function checkAll(
  files: readonly Listed[],
  options: CheckOptions,
  jobs: number,
  threadFile: string | undefined,
  onDone: (count: number) => void,
): Promise<{ outcomes: Outcome[]; times: Times | undefined }> {
  const outcomes: Outcome[] = [];
  const next = new SharedArrayBuffer(4);
  let done = 0;
  const take = (index: number, outcome: Outcome) => {
    outcomes[index] = outcome;
    onDone(++done);
  };
  const others =
    threadFile === undefined
      ? []
      : Array.from({ length: Math.min(jobs, files.length) - 1 }, () => startThread(threadFile, { files, options, next }, take));
  const checker = new Checker(options);
  await work({ files, options, next }, checker, (index, outcome) => {
    take(index, outcome);
    // The other threads are heard between two files.
    return others.length > 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
  });
  for (const times of await Promise.all(others)) if (times) checker.stopwatch?.merge(times);
  return { outcomes, times: checker.stopwatch?.times };
}

async function work(
  { files, next }: Job,
  checker: Checker,
  take: (index: number, outcome: Outcome) => Promise<void> | undefined,
): Promise<void> {
  const counter = new Int32Array(next);
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    if (index >= files.length) return;
    await take(index, await checker.check(files[index]));
  }
}

function startThread(threadFile: string, job: Job, take: (index: number, outcome: Outcome) => void): Promise<Times | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    let times: Times | undefined;
    thread.on('message', (told: Told) => {
      if ('index' in told) take(told.index, told.outcome);
      else times = told.times;
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve(times));
  });
}

/** What a thread does: main.ts calls it where the program is not the main thread. */
export async function runThread(): Promise<void> {
  const job = workerData as Job;
  const checker = new Checker(job.options);
  const tell = (told: Told) => parentPort?.postMessage(told);
  await work(job, checker, (index, outcome) => {
    tell({ index, outcome });
    return undefined;
  });
  tell({ times: checker.stopwatch?.times });
}
