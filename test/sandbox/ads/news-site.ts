import type { DatabaseSync } from 'node:sqlite';

import { Hono } from 'hono';
import { html } from 'hono/html';

import { type Creative, findCreative } from './creatives.ts';
import { page } from './html.ts';

/** A newspaper with one article and one ad slot: `/article?creative=ID`. */
export function createNewsSite(db: DatabaseSync): Hono {
  const app = new Hono();
  app.get('/article', (c) => {
    const creative = findCreative(db, c.req.query('creative') ?? '');
    c.header('Cache-Control', 'no-store');
    return c.html(articlePage(creative));
  });
  app.get('/', (c) => c.redirect('/article'));
  return app;
}

function articlePage(creative: Creative | null): ReturnType<typeof html> {
  return page({
    title: 'Harbour ferry returns after eleven years – Tidewater News',
    css: NEWS_CSS,
    body: html`<header>Tidewater News</header>
      <main>
        <article>
          <h1>Harbour ferry returns after eleven years</h1>
          <p class="byline">By Ines Calloway, transport correspondent</p>
          <p>
            Passengers queued along the quay before sunrise on Monday to board the first ferry to
            cross the harbour since the line was closed. The crossing takes nine minutes; by road
            the same journey is closer to forty.
          </p>
          <aside aria-label="Advertisement">
            <p>Advertisement</p>
            ${slot(creative)}
          </aside>
          <p>
            The council bought two second-hand boats last spring and had them refitted with
            batteries, which are charged at the northern pier between crossings. “We tried the
            timetable on paper for a year,” said the harbour master. “It is a relief to try it on
            water.”
          </p>
          <p>
            Fares will stay at last year’s bus price until the summer. A decision on an evening
            service is expected once the first three months of passenger numbers are in.
          </p>
        </article>
      </main>`,
  });
}

function slot(creative: Creative | null): ReturnType<typeof html> {
  if (!creative) return html`<p>No creative of this id: add <code>?creative=ID</code>.</p>`;
  return html`<iframe
    src="https://ads.sandbox.test/serve?creative=${creative.id}"
    width="${creative.width}"
    height="${creative.height}"
    title="Advertisement"
  ></iframe>`;
}

const NEWS_CSS = `
body { font-family: Georgia, 'Times New Roman', serif; font-size: 18px; }
header { text-align: center; font-size: 2rem; font-weight: 700; padding: 20px; border-bottom: 3px double var(--line); }
article { max-width: 680px; margin: 0 auto; padding: 24px; }
h1 { font-size: 2.2rem; line-height: 1.15; }
.byline { color: var(--muted); font-style: italic; }
aside { margin: 28px 0; padding: 12px; background: var(--soft); text-align: center; overflow-x: auto; }
aside p { margin: 0 0 8px; font: 12px system-ui, sans-serif; color: var(--muted); }
iframe { border: 0; }
`;
