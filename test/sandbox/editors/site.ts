import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Hono } from 'hono';
import { html, raw } from 'hono/html';

import { manyFieldsPage } from './many-fields.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../fixtures/editors');
const BUNDLES = path.resolve(import.meta.dirname, '../../../.output/fixtures/editors');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** As strict as a console gets: no inline code, nothing from elsewhere, no strings turned to code. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * Fixture pages, each with one kind of field, made with the real libraries: `/NAME`. Their scripts
 * are bundled beforehand (`test/support/editors.ts`).
 */
export function createEditorsSite(): Hono {
  const app = new Hono();
  app.get('/assets/:file', (c) => {
    const file = path.join(BUNDLES, 'assets', path.basename(c.req.param('file')));
    if (!existsSync(file)) return c.notFound();
    c.header('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    return c.body(new Uint8Array(readFileSync(file)));
  });
  app.get('/many-fields', (c) => c.html(manyFieldsPage()));
  app.get('/:name', (c) => {
    const name = path.basename(c.req.param('name'));
    const source = path.join(SOURCES, name, 'page.html');
    if (!existsSync(source)) return c.notFound();
    if (name === 'strict-csp') c.header('Content-Security-Policy', STRICT_CSP);
    return c.html(fixturePage(name, readFileSync(source, 'utf8')));
  });
  return app;
}

function fixturePage(name: string, body: string): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${name} – field fixture</title>
        ${isBundled(`${name}.css`) ? html`<link rel="stylesheet" href="/assets/${name}.css" />` : ''}
      </head>
      <body>
        ${raw(body)}
        ${
          isBundled(`${name}.js`)
            ? html`<script type="module" src="/assets/${name}.js"></script>`
            : ''
        }
      </body>
    </html>`;
}

function isBundled(file: string): boolean {
  return existsSync(path.join(BUNDLES, 'assets', file));
}
