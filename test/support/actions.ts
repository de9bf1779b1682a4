import { readFileSync } from 'node:fs';

/**
 * What a person does, counted: a press, a typed field and a chosen option are one action each. What the steps of
 * tests note is kept only while somebody counts.
 */
let noted: string[] | null = null;

/** Notes one action, in words. */
export function act(what: string): void {
  noted?.push(what);
}

/** The actions of this, in their order, and what came of it. */
export async function actionsOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly actions: readonly string[]; readonly result: T }> {
  const actions: string[] = [];
  noted = actions;
  try {
    return { actions, result: await work() };
  } finally {
    noted = null;
  }
}

/** Does something on the way that is not counted. */
export async function uncounted<T>(work: () => Promise<T>): Promise<T> {
  const before = noted;
  noted = null;
  try {
    return await work();
  } finally {
    noted = before;
  }
}

/** The README's table: for each work how many actions are promised, and which. */
export function promisedActions(): ReadonlyMap<string, { count: number; actions: string }> {
  const readme = readFileSync('README.md', 'utf8');
  const [, section = ''] = readme.split('## How many actions it takes');
  const [table = ''] = section.split('\n## ');
  const rows = table.matchAll(/^\| (.+?) +\| +(\d+) +\| (.+?) +\|$/gm);
  return new Map(
    [...rows].map(([, what = '', count, actions = '']) => [
      what,
      { count: Number(count), actions },
    ]),
  );
}

/** Actions as the table has them. */
export function asPromised(actions: readonly string[]): { count: number; actions: string } {
  return { count: actions.length, actions: actions.join(' · ') };
}
