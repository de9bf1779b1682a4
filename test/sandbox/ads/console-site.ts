import type { DatabaseSync } from 'node:sqlite';

import { Hono } from 'hono';

import type { AdConsole } from './consoles.ts';
import { editPage, listPage } from './console-pages.ts';
import {
  type Creative,
  CreativeForm,
  findCreative,
  listCreatives,
  saveCreative,
} from './creatives.ts';

/** The web console of one ad server. */
export function createConsoleSite(db: DatabaseSync, console: AdConsole): Hono {
  const app = new Hono();
  const find = (id: string): Creative | null => {
    const creative = findCreative(db, id);
    return creative?.console === console.key ? creative : null;
  };
  app.get('/', (c) => c.html(listPage(console, listCreatives(db, console.key))));
  app.get('/creatives/:id', (c) => {
    const creative = find(c.req.param('id'));
    if (!creative) return c.notFound();
    return c.html(editPage(console, creative, { saved: c.req.query('saved') === '1' }));
  });
  app.post('/creatives/:id', async (c) => {
    const creative = find(c.req.param('id'));
    if (!creative) return c.notFound();
    const sent = await c.req.parseBody();
    const form = CreativeForm.safeParse(sent);
    if (form.success) {
      saveCreative(db, creative.id, form.data);
      return c.redirect(`/creatives/${creative.id}?saved=1`, 303);
    }
    // What was typed stays in the form.
    const pixels = sent['thirdPartyPixels'];
    const typed = { ...creative, ...(typeof pixels === 'string' && { pixels }) };
    const error = form.error.issues.map((issue) => issue.message).join('. ');
    return c.html(editPage(console, typed, { saved: false, error }), 400);
  });
  return app;
}
