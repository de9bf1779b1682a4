import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  /** The one object that it prints. */
  readonly out: unknown;
  /** What it says on standard error. */
  readonly said: string;
}

/** Runs a program as if it was called in a folder, on what comes in. */
export function runIn(
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  input: string | Uint8Array = '',
  cwd = ROOT,
): Promise<Ended> {
  const child = spawn(program, args, { cwd, env: { ...process.env, INIT_CWD: folder } });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  // It may have ended before it took everything.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      try {
        resolve({ code, out: JSON.parse(out), said });
      } catch {
        reject(new Error(`It printed no JSON: ${out}\n${said}`));
      }
    });
  });
}

/** A command of the product, called in a folder. */
export function commandIn(folder: string, script: string) {
  return (args: readonly string[], input: string | Uint8Array = '') =>
    runIn(folder, [process.execPath, '--import', './scripts/resolve.mjs', script, ...args], input);
}
