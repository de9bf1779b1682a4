import { commandProblemText } from '@/lib/text/command-line/command-line';

import { CommandError } from './command-error';

/** Nothing was read. */
export const UNREADABLE = 3;

/** Why nothing was read, as it is printed. */
export interface Failure {
  readonly code: string;
  readonly sentence: string;
  readonly next: string;
}

/** Ends a command that read nothing: for programs on standard output, for people on standard error. */
export function endUnread(error: Failure): void {
  print({ error });
  process.stderr.write(`${error.sentence} ${error.next}\n`);
  process.exitCode = UNREADABLE;
}

/** Prints a command's one object. */
export function print(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

/** What a `CommandError` says; whatever else was thrown is thrown on. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof CommandError)) throw thrown;
  const { sentence, next } = commandProblemText[thrown.problem];
  return { code: thrown.problem, sentence: sentence(thrown.value), next };
}
