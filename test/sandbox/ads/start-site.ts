import type { DatabaseSync } from 'node:sqlite';

import { Hono } from 'hono';
import { html } from 'hono/html';

import { HOSTS } from '../hosts.ts';
import type { World } from '../world.ts';
import { CONSOLES } from './consoles.ts';
import { listCreatives } from './creatives.ts';
import { page } from './html.ts';

/** The guide for someone who tries the demo by hand. */
export function createStartSite(db: DatabaseSync, world: World): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(guide(db, world)));
  return app;
}

function guide(db: DatabaseSync, world: World): ReturnType<typeof html> {
  const { credentials, advertisers } = world;
  const rows = CONSOLES.map((console) => {
    const first = listCreatives(db, console.key)[0];
    const edit = `https://${console.host}/creatives/${first?.id ?? ''}`;
    const article = `https://${HOSTS.news}/article?creative=${first?.id ?? ''}`;
    return html`<tr>
      <td><a href="https://${console.host}/">${console.host}</a><br />${console.speaks}</td>
      <td><a href="${edit}">Edit creative</a></td>
      <td><a href="${article}">Article with this creative</a></td>
    </tr>`;
  });
  return page({
    title: 'Start here – Piggyback sandbox',
    css: GUIDE_CSS,
    body: html`<main>
      <h1>Start here</h1>
      <p>
        Everything on this page is made up and runs on this machine. Nothing reaches the real
        service, so no impression is ever billed.
      </p>
      <dl>
        <dt>Username</dt>
        <dd><code>${credentials.username}</code></dd>
        <dt>Password</dt>
        <dd><code>${credentials.password}</code></dd>
      </dl>
      <ol>
        <li>Click Piggyback in the toolbar and sign in with the username and password above.</li>
        <li>Choose the advertiser <b>${advertisers.small.name}</b>.</li>
        <li>Create a tracker: a name, a line item, a publisher.</li>
        <li>
          Open a console below, put the cursor in “Third-party impression pixels”, insert the
          tracker’s tag and save.
        </li>
        <li>Open the article beside it with DevTools open, on the “Impression trackers” panel.</li>
      </ol>
      <table>
        <thead>
          <tr>
            <th scope="col">Console</th>
            <th scope="col">Creative</th>
            <th scope="col">Page that serves it</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <p>
        For a long list try <b>${advertisers.medium.name}</b> (250 trackers) or
        <b>${advertisers.large.name}</b> (10,000). What has fired so far:
        <a href="https://${HOSTS.control}/pixels">pixel log</a>.
      </p>
      <p>
        The tag builder also stands in pages that have no extension:
        <a href="https://${HOSTS.embed}/playground">playground</a>,
        <a href="https://${HOSTS.embed}/">all its pages</a>.
      </p>
    </main>`,
  });
}

const GUIDE_CSS = `
body { font-family: system-ui, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 32px 24px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; padding: 16px; background: var(--soft); border-radius: 8px; }
dt { color: var(--muted); } dd { margin: 0; }
code { font-size: 1.05em; user-select: all; }
li { margin: 6px 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
`;
