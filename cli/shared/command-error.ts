import type { CommandProblem } from '@/lib/text/command-line/command-line';

/** Why nothing is checked: `value` is what was given. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly problem: CommandProblem;
  readonly value: string;

  constructor(problem: CommandProblem, value = '') {
    super(problem);
    this.problem = problem;
    this.value = value;
  }
}
