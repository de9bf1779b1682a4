import type { Sandbox } from '../sandbox/index.ts';
import { buildEditors } from '../support/editors.ts';
import { type Visit, visitConsole } from './console.ts';
import { paired } from './measure.ts';
import type { Row } from './row.ts';

const LIMIT = 1.02;

// Both are small beside the consoles that people work in, which load many times as much script: the content
// script costs the same on any page, so that it weighs more here than it will there. Of the lighter one so many
// loads are timed that their median is known to half a hundredth. Those of the heavier one scatter by a
// fifteenth, and no number that there is time for would tell a fiftieth: there the limit is the thread's.
const PAGES = [
  {
    name: 'one code editor (Monaco)',
    address: 'https://editors.sandbox.test/monaco',
    rounds: 41,
    loadLimit: null,
  },
  {
    name: 'one field (Angular)',
    address: 'https://editors.sandbox.test/angular',
    rounds: 121,
    loadLimit: LIMIT,
  },
];

/** What the content script adds to the load of a console's page. */
export async function benchPageLoad(sandbox: Sandbox): Promise<readonly Row[]> {
  await buildEditors();
  const rows: Row[] = [];
  for (const { name, address, rounds, loadLimit } of PAGES) {
    const visits = await visitConsole(sandbox, address, rounds);
    const row = (what: string, limit: number | null, pick: (visit: Visit) => number): Row => ({
      what: `page with ${name}, content script: ${what}`,
      baseline: 'console not enabled',
      ...paired(visits.with.map(pick), visits.without.map(pick)),
      limit,
    });
    rows.push(
      row('navigation → load', loadLimit, (visit) => visit.loadMs),
      row('main thread until settled', LIMIT, (visit) => visit.threadMs),
    );
  }
  return rows;
}
