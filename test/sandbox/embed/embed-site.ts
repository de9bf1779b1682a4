import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Hono } from 'hono';
import { html } from 'hono/html';

import { page } from '../ads/html.ts';
import { EMBED_PAGES, type EmbedPage } from './embed-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PACKAGE = path.join(ROOT, '.output/embed');
const SOURCES = path.join(ROOT, 'test/fixtures/embed/pages');
const BUILT = path.join(ROOT, '.output/fixtures/embed');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Pages of other people that hold `<imptr-tag-builder>`, which is read from its build. */
export function createEmbedSite(): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(overview()));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/package/:file', (c) => file(PACKAGE, c.req.param('file')));
  app.get('/assets/:file', (c) => file(SOURCES, c.req.param('file')));
  app.get('/built/:app/:file', (c) =>
    file(path.join(BUILT, name(c.req.param('app'))), c.req.param('file')),
  );
  for (const entry of EMBED_PAGES) {
    app.get(`/${entry.path}`, () => file(folderOf(entry), entry.file, entry.headers));
  }
  app.post('/received', async (c) => {
    const sent = await c.req.formData();
    return c.html(receivedPage([...sent].map(([key, value]) => [key, String(value)])));
  });
  return app;
}

function folderOf({ built, path: folder }: EmbedPage): string {
  return built ? path.join(BUILT, folder) : SOURCES;
}

function overview(): ReturnType<typeof html> {
  return page({
    title: 'Embedded tag builder – Piggyback sandbox',
    css: PLAIN_CSS,
    body: html`<main>
      <h1>The tag builder in other people’s pages</h1>
      <ul>
        ${EMBED_PAGES.map(
          (entry) => html`<li><a href="/${entry.path}">${entry.path}</a>: ${entry.what}</li>`,
        )}
      </ul>
    </main>`,
  });
}

function receivedPage(fields: readonly (readonly [string, string])[]): ReturnType<typeof html> {
  return page({
    title: 'Received',
    css: PLAIN_CSS,
    body: html`<main>
      <h1>What the form sent</h1>
      <dl>
        ${fields.map(
          ([key, value]) =>
            html`<dt>${key}</dt>
              <dd><pre>${value}</pre></dd>`,
        )}
      </dl>
    </main>`,
  });
}

async function file(
  folder: string,
  wanted: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const type = TYPES[path.extname(wanted)];
  if (!type) return new Response('Not found\n', { status: 404 });
  try {
    const body = await readFile(path.join(folder, name(wanted)), 'utf8');
    return new Response(body, { headers: { 'Content-Type': type, ...headers } });
  } catch {
    return new Response(`${wanted} is not built: npm run build\n`, { status: 404 });
  }
}

// One name of a file or folder, which cannot lead out of the folder it is looked for in.
function name(wanted: string): string {
  return /^[\w-]+(?:\.[\w-]+)*$/.test(wanted) ? wanted : 'none';
}

const PLAIN_CSS = `
body { font-family: system-ui, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 32px 24px; }
pre { white-space: pre-wrap; }
`;
