import type { Sandbox } from '../sandbox/index.ts';
import { buildEditors } from '../support/editors.ts';
import { type Visit, visitConsole } from './console.ts';
import { median } from './measure.ts';
import type { Row } from './row.ts';

const ROUNDS = 41;

// A framework, a form and one field: of the fixture pages with a real library this is one of the
// light ones. Consoles that people work in load several times as much script, and the script's cost,
// which does not depend on the page, weighs less there.
const LIGHT = 'https://editors.sandbox.test/angular';
// One code editor with its bundle, as heavy as the smallest consoles are.
const HEAVY = 'https://editors.sandbox.test/monaco';

/** What the content script adds to the load of a console's page. */
export async function benchPageLoad(sandbox: Sandbox): Promise<readonly Row[]> {
  await buildEditors();
  const rows: Row[] = [];
  for (const [name, address] of [
    ['heavy', HEAVY],
    ['light', LIGHT],
  ] as const) {
    const visits = await visitConsole(sandbox, address, ROUNDS);
    const row = (what: string, pick: (visit: Visit) => number): Row => ({
      what,
      value: median(visits.with.map(pick)),
      baseline: 'console not enabled',
      base: median(visits.without.map(pick)),
      limit: 1.02,
    });
    rows.push(
      row(`page load, ${name} console`, (visit) => visit.loadMs),
      row(`… thread time until idle, ${name}`, (visit) => visit.threadMs),
    );
  }
  return rows;
}
