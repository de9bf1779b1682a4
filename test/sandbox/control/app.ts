import { Hono } from 'hono';
import { z } from 'zod';

import type { FaultBook } from '../faults/book.ts';
import { readFaults } from '../faults/schema.ts';
import type { PixelLog } from '../pixel/log.ts';

/** The host for those who run the sandbox: what fired, and which faults are on. */
export function createControlSite(log: PixelLog, faults: FaultBook): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.json({
      'GET /pixels': 'every request to /imptr so far',
      'DELETE /pixels': 'forget them',
      'GET /fault': 'the faults that are on',
      'POST /fault': 'one fault or a list, e.g. {"kind":"slow","ms":3000,"times":2}',
      'DELETE /fault': 'all is well again',
    }),
  );
  app.get('/pixels', (c) => c.json(log.all()));
  app.delete('/pixels', (c) => {
    log.clear();
    return c.json([]);
  });
  app.get('/fault', (c) => c.json(faults.list()));
  app.post('/fault', async (c) => {
    try {
      const body: unknown = JSON.parse(await c.req.text());
      faults.set(readFaults(body));
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : 'The body is not JSON';
      return c.json({ error: reason }, 400);
    }
    return c.json(faults.list());
  });
  app.delete('/fault', (c) => {
    faults.set(null);
    return c.json([]);
  });
  return app;
}
