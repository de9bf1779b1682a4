import type { DatabaseSync } from 'node:sqlite';

import { type Context, Hono } from 'hono';

import type { FaultBook } from '../faults/book.ts';
import { dropConnection, type SiteBindings } from '../server/site.ts';
import { text } from '../state/row.ts';
import type { Clock } from '../time.ts';
import { type PixelLog } from './log.ts';
import { readPixelQuery } from './query.ts';

interface PixelDeps {
  readonly db: DatabaseSync;
  readonly now: Clock;
  readonly log: PixelLog;
  readonly faults: FaultBook;
}

interface PixelEnv {
  Bindings: SiteBindings;
}

/**
 * The impression endpoint. What the real one answers was never seen: GIF, JavaScript and the
 * headers below are what its siblings and the documented `t` suggest.
 */
export function createPixelSite({ db, now, log, faults }: PixelDeps): Hono<PixelEnv> {
  const app = new Hono<PixelEnv>();
  app.get('/imptr', (c) => {
    const query = rawQuery(c.env.incoming.url ?? '');
    const { params, redirect } = readPixelQuery(query);
    const param = (name: string): string | null =>
      params.find(([key]) => key === name)?.[1] ?? null;
    const fault = faults.takePixel({ path: c.req.path, method: c.req.method });
    const trackerId = readId(param('id'));
    const state = trackerId === null ? null : trackerState(db, trackerId);
    const isAnswered = fault === null || fault.kind === 'pixel-cacheable';
    log.add({
      at: now().toISOString(),
      host: c.env.siteHost,
      trackerId,
      params,
      query,
      referer: c.req.header('referer') ?? null,
      secFetchDest: c.req.header('sec-fetch-dest') ?? null,
      userAgent: c.req.header('user-agent') ?? null,
      known: state !== null,
      counted: state === 'active' && isAnswered,
    });
    if (fault?.kind === 'pixel-drop') return dropConnection(c.env);
    if (fault?.kind === 'pixel-status') return new Response(null, { status: fault.status });
    setCaching(c, fault?.kind === 'pixel-cacheable');
    if (redirect !== null) return c.redirect(redirect, 302);
    return param('t') === '1' ? script(c, trackerId) : gif(c);
  });
  return app;
}

// Taken from the request line itself: a URL object would already have changed its spelling.
function rawQuery(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

function readId(id: string | null): number | null {
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

function trackerState(db: DatabaseSync, id: number): string | null {
  const row = db.prepare('SELECT state FROM trackers WHERE id = ?').get(id);
  return row ? text(row, 'state') : null;
}

function setCaching(c: Context<PixelEnv>, isCacheable: boolean): void {
  if (isCacheable) return c.header('Cache-Control', 'public, max-age=3600');
  c.header('Cache-Control', 'no-store, no-cache, private');
  c.header('Pragma', 'no-cache');
  c.header('Expires', 'Sat, 15 Nov 2008 16:00:00 GMT');
}

function script(c: Context<PixelEnv>, id: number | null): Response {
  return c.body(`/* impression tracker ${id ?? 'unknown'} */\nvoid 0;\n`, 200, {
    'Content-Type': 'application/javascript; charset=utf-8',
  });
}

function gif(c: Context<PixelEnv>): Response {
  return c.body(GIF, 200, { 'Content-Type': 'image/gif' });
}

// The smallest transparent image, 1 by 1.
const GIF = Uint8Array.from(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
);
