import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import Papa from 'papaparse';

import { createReportReader } from '@/lib/core/report/report-reader';
import { slicesOf } from '@/lib/core/report/slices';

import { NOW } from '../unit/core/report/planned';
import { BENCH_PLAN, reportText } from './report-text.ts';
import type { Row } from './row.ts';

const ROWS = 1_000_000;
const PIECE = 65_536;
/** The first five or so are read before the engine has compiled all of it. */
const ROUNDS = 12;
/** What a frame of the browser may lose before somebody notices. */
const LONG_TASK_MS = 50;
/** Sums of so many tuples and days are kept; whatever is read for them is let go. */
const KEPT_BYTES = 16_000_000;

/** A report of a million rows: read as it comes, against a parser of CSV alone; what stays of it; its longest task. */
export async function benchReport(): Promise<readonly Row[]> {
  const text = reportText(ROWS);
  const pieces = cut(text, PIECE);
  const times: { readonly own: number; readonly papa: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turn = { own: 0, papa: 0 };
    const both = [
      () => void (turn.own = timeOf(() => read(pieces))),
      () => void (turn.papa = timeOf(() => parse(text))),
    ];
    for (const act of round % 2 ? both.toReversed() : both) act();
    times.push(turn);
  }
  const least = (of: 'own' | 'papa') => Math.min(...times.map((turn) => turn[of]));
  const what = `report of ${ROWS.toLocaleString('en')} rows`;
  return [
    {
      what: `${what}, read and summed`,
      value: least('own'),
      baseline: 'the same text, parsed by papaparse alone',
      base: least('papa'),
      limit: 2,
    },
    {
      what: `${what}, memory beside it (MB)`,
      value: (await mostHeld(pieces)) / 1e6,
      baseline: 'sums alone, and room for the collector (MB)',
      base: KEPT_BYTES / 1e6,
      limit: 1,
    },
    {
      what: `${what}, longest task while it comes in one piece`,
      value: longestTask(text),
      baseline: 'a long task',
      base: LONG_TASK_MS,
      limit: 1,
    },
  ];
}

function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
}

function read(pieces: readonly string[]): void {
  const reader = createReportReader(BENCH_PLAN, NOW);
  for (const piece of pieces) reader.push(piece);
  const { rows, unread } = reader.end();
  if (rows !== ROWS || unread > 0) throw new Error(`${rows} rows, ${unread} unread`);
}

function parse(text: string): void {
  let rows = 0;
  Papa.parse(text, {
    step: () => {
      rows += 1;
    },
  });
  if (rows < ROWS) throw new Error(`${rows} rows`);
}

/** The most that is held while it is read beyond what was held before, after the collector was there. */
async function mostHeld(pieces: readonly string[]): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  const reader = createReportReader(BENCH_PLAN, NOW);
  let most = 0;
  for (const [at, piece] of pieces.entries()) {
    reader.push(piece);
    if (at % 200 !== 0) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  reader.end();
  return most;
}

// Of each task the least of some rounds: what other programs take is no part of it.
function longestTask(text: string): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const reader = createReportReader(BENCH_PLAN, NOW);
    const tasks = slicesOf(text).map((slice) => timeOf(() => reader.push(slice)));
    return [...tasks, timeOf(() => reader.end())];
  });
  const [first = []] = rounds;
  const least = first.map((_, at) => Math.min(...rounds.map((tasks) => tasks[at] ?? Infinity)));
  return least.reduce((most, ms) => Math.max(most, ms), 0);
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
