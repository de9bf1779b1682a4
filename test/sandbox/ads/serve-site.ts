import type { DatabaseSync } from 'node:sqlite';

import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import { type Creative, findCreative } from './creatives.ts';
import { page } from './html.ts';
import { pixelHtml } from './pixel-html.ts';

/** The host that serves banners: `/serve?creative=ID`, and the click on one. */
export function createServeSite(db: DatabaseSync): Hono {
  const app = new Hono();
  app.get('/serve', (c) => {
    const creative = findCreative(db, c.req.query('creative') ?? '');
    if (!creative) return c.notFound();
    // Every impression needs cachebusters of its own.
    c.header('Cache-Control', 'no-store');
    return c.html(bannerPage(creative));
  });
  app.get('/click', (c) => {
    const creative = findCreative(db, c.req.query('creative') ?? '');
    return creative ? c.html(landingPage(creative)) : c.notFound();
  });
  return app;
}

function bannerPage(creative: Creative): ReturnType<typeof html> {
  const served = { creativeId: creative.id, landingUrl: creative.landingUrl };
  const pixels = pixelHtml(creative.console, creative.pixels, served);
  const [brand = creative.name] = creative.name.split(/ [–/] |, /);
  return page({
    title: creative.name,
    css: BANNER_CSS,
    body: html`<a class="banner" href="/click?creative=${creative.id}" target="_blank">
        <svg viewBox="0 0 24 24" width="36" height="36" aria-hidden="true">
          <path d="M3 18 9 8l4 6 3-4 5 8z" fill="currentColor" />
          <circle cx="17" cy="6" r="2.5" fill="currentColor" />
        </svg>
        <strong>${brand}</strong><span>Find out more</span>
      </a>
      ${raw(pixels)}`,
  });
}

function landingPage(creative: Creative): ReturnType<typeof html> {
  return page({
    title: 'Landing page',
    css: 'main { font-family: system-ui, sans-serif; max-width: 640px; margin: 10vh auto; padding: 24px; }',
    body: html`<main>
      <h1>The landing page would open here</h1>
      <p>${creative.landingUrl}</p>
    </main>`,
  });
}

const BANNER_CSS = `
html, body { height: 100%; overflow: hidden; }
.banner { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 8px;
  height: 100%; text-decoration: none; color: #fff; font-family: system-ui, sans-serif; text-align: center;
  background: linear-gradient(145deg, #12343b, #2c6e63 60%, #c98a3a); }
.banner strong { font-size: 1.4em; }
.banner span { border: 1px solid; border-radius: 20px; padding: 4px 16px; }
@media (max-height: 120px) { .banner { flex-direction: row; } }
img[width="1"] { position: absolute; }
`;
