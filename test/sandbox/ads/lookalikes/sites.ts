import { Hono } from 'hono';

import { gamPage } from './gam.ts';
import { revivePage } from './revive.ts';
import { componentPage, sizmekPage } from './sizmek.ts';

/** A network's creative, in front of the plain console of that host. */
export function withGamPages(site: Hono): Hono {
  const app = new Hono();
  app.get('/:network{\\d+}', (c) => c.html(gamPage()));
  return app.route('/', site);
}

export function createReviveSite(): Hono {
  const app = new Hono();
  app.get('/www/admin/:page{banner-advanced.php}', (c) => c.html(revivePage()));
  app.get('/component', (c) => c.html(componentPage()));
  return app;
}

export function createSizmekSite(): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(sizmekPage()));
  app.get('/component', (c) => c.html(componentPage()));
  return app;
}
