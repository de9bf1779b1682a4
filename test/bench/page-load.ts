import type { Sandbox } from '../sandbox/index.ts';
import { buildEditors } from '../support/editors.ts';
import { type Visit, visitConsole } from './console.ts';
import { paired } from './measure.ts';
import type { Row } from './row.ts';

const LIMIT = 1.02;

// Both are small beside the consoles that people work in, which load many times as much script: the content
// script costs the same on any page, so that it weighs more here than it will there. Where loads scatter more,
// more of them are timed; fewer leave their median uncertain by more than is asked.
const PAGES = [
  { name: 'one code editor (Monaco)', address: 'https://editors.sandbox.test/monaco', rounds: 101 },
  { name: 'one field (Angular)', address: 'https://editors.sandbox.test/angular', rounds: 81 },
];

/** What the content script adds to the load of a console's page. */
export async function benchPageLoad(sandbox: Sandbox): Promise<readonly Row[]> {
  await buildEditors();
  const rows: Row[] = [];
  for (const { name, address, rounds } of PAGES) {
    const visits = await visitConsole(sandbox, address, rounds);
    const row = (what: string, pick: (visit: Visit) => number): Row => ({
      what: `page with ${name}, content script: ${what}`,
      baseline: 'console not enabled',
      ...paired(visits.with.map(pick), visits.without.map(pick)),
      limit: LIMIT,
    });
    rows.push(
      row('navigation → load', (visit) => visit.loadMs),
      row('main thread until settled', (visit) => visit.threadMs),
    );
  }
  return rows;
}
