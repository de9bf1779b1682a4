import { Hono } from 'hono';
import { z } from 'zod';

import type { AdReports } from '../ad-reports/file.ts';
import type { ReportSettings } from '../api/report/options.ts';
import type { Runs } from '../delivery/runs.ts';
import type { FaultBook } from '../faults/book.ts';
import { readFaults } from '../faults/schema.ts';
import type { PixelLog } from '../pixel/log.ts';

interface ControlDeps {
  readonly pixels: PixelLog;
  readonly faults: FaultBook;
  readonly reports: ReportSettings;
  readonly runs: Runs;
  readonly adReports: AdReports;
}

/** What can be looked at, put in another's place, and put back. */
interface Switch {
  readonly get: () => unknown;
  /** Throws a ZodError at what is none. */
  readonly set: (input: unknown) => void;
  readonly reset: () => void;
}

/** The host for those who run the sandbox: what fired, what goes wrong, what was delivered. */
export function createControlSite(deps: ControlDeps): Hono {
  const { pixels, faults, reports, runs, adReports } = deps;
  const app = new Hono();
  app.get('/', (c) => c.json(HELP));
  app.get('/pixels', (c) => c.json(pixels.all()));
  app.delete('/pixels', (c) => {
    pixels.clear();
    return c.json([]);
  });
  addSwitch(app, '/fault', {
    get: () => faults.list(),
    set: (input) => faults.set(readFaults(input)),
    reset: () => faults.set(null),
  });
  addSwitch(app, '/reports', {
    get: () => reports.get(),
    set: (input) => reports.set(input),
    reset: () => reports.set(null),
  });
  addSwitch(app, '/delivery', {
    get: () => runs.list(),
    set: (input) => runs.set(input),
    reset: () => runs.set([]),
  });
  app.get('/ad-server-report', async (c) => {
    const file = await adReports(c.req.query()).catch(complaint);
    if (typeof file === 'string') return c.json({ error: file }, 400);
    return c.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
    });
  });
  return app;
}

function addSwitch(app: Hono, path: string, { get, set, reset }: Switch): void {
  app.get(path, () => Response.json(get()));
  app.post(path, async (c) => {
    try {
      set(JSON.parse(await c.req.text()));
    } catch (error) {
      return c.json({ error: complaint(error) }, 400);
    }
    return Response.json(get());
  });
  app.delete(path, () => {
    reset();
    return Response.json(get());
  });
}

function complaint(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof SyntaxError) return 'The body is not JSON';
  throw error;
}

const HELP = {
  'GET /pixels': 'every request to /imptr so far',
  'DELETE /pixels': 'forget them, and that they were counted',
  'GET /fault': 'the faults that are on',
  'POST /fault': 'one fault or a list, e.g. {"kind":"slow","ms":3000,"times":2}',
  'DELETE /fault': 'all is well again',
  'GET /reports': 'how reports behave',
  'POST /reports': 'some other way, e.g. {"pendingPolls":3,"csvType":"text/html"}',
  'DELETE /reports': 'as documented again',
  'GET /delivery': 'the history that was made',
  'POST /delivery': 'another, e.g. {"advertiser":700101,"days":14,"causes":[{"kind":"blocked"}]}',
  'DELETE /delivery': 'none',
  'GET /ad-server-report': '?server=cm360|gam|kevel: its own report of the history, CSV or XLSX',
};
