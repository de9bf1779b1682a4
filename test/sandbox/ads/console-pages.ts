import { html, raw } from 'hono/html';

import { consoleCss } from './console-css.ts';
import type { AdConsole } from './consoles.ts';
import type { Creative } from './creatives.ts';
import { page } from './html.ts';

type Html = ReturnType<typeof html>;

/** The list of a console's creatives. */
export function listPage(console: AdConsole, creatives: readonly Creative[]): Html {
  const rows = creatives.map(
    (creative) =>
      html`<tr>
        <td><a href="/creatives/${creative.id}">${creative.name}</a></td>
        <td>${creative.width}x${creative.height}</td>
        <td>${creative.pixels.trim() === '' ? 'None' : 'Set'}</td>
      </tr>`,
  );
  return shell(console, {
    title: 'Creatives',
    isList: true,
    body: html`<h1>Creatives</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Size</th>
            <th scope="col">Impression pixels</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  });
}

/** The form for one creative. `notice` says how the last save went. */
export function editPage(
  console: AdConsole,
  creative: Creative,
  notice: { readonly saved: boolean; readonly error?: string },
): Html {
  const alert = notice.error === undefined ? '' : html`<p role="alert">${notice.error}</p>`;
  return shell(console, {
    title: creative.name,
    isList: false,
    body: html`<h1>Edit creative</h1>
      ${alert}
      <form method="post" id="creative">
        <div>
          <label for="name">Creative name</label>
          <input id="name" name="name" value="${creative.name}" />
        </div>
        <div>
          <label for="landing-url">Landing page URL</label>
          <input id="landing-url" name="landingUrl" value="${creative.landingUrl}" />
        </div>
        <div>
          <label for="size">Size</label>
          <input id="size" name="size" value="${creative.width}x${creative.height}" />
        </div>
        <div>
          <label for="third-party-pixels">Third-party impression pixels</label>
          ${pixelField(creative.pixels)}
          <p class="hint" id="pixels-hint">${console.hint}</p>
        </div>
        <div class="bar">
          <button type="submit">Save</button>
          <span role="status" id="status">${notice.saved ? 'Saved' : ''}</span>
          <a href="https://news.sandbox.test/article?creative=${creative.id}" target="_blank"
            >Preview on page</a
          >
        </div>
      </form>
      <script>
        ${raw(SCRIPT)};
      </script>`,
  });
}

// A line feed right after the tag is swallowed by the parser, so one is put there to be swallowed.
function pixelField(value: string): Html {
  const open = raw(
    '<textarea id="third-party-pixels" name="thirdPartyPixels" rows="6" spellcheck="false" ' +
      'aria-describedby="pixels-hint">\n',
  );
  return html`${open}${value}</textarea>`;
}

// A change counts when the field says so by an `input` event, as in consoles built on a framework.
const SCRIPT = `{
  const form = document.getElementById('creative');
  const status = document.getElementById('status');
  form.addEventListener('input', () => { status.textContent = 'Unsaved changes'; });
  form.addEventListener('submit', () => { status.textContent = 'Saving…'; });
}`;

function shell(console: AdConsole, parts: { title: string; isList: boolean; body: Html }): Html {
  const current = parts.isList ? raw('aria-current="page"') : '';
  return page({
    title: `${parts.title} – Sandbox ad server`,
    css: consoleCss(console),
    body: html`<header>
        <strong>Sandbox ad server</strong> — speaks ${console.speaks}
        <small>A stand-in for demos and tests at ${console.host}; not the real console</small>
      </header>
      <nav aria-label="Console"><a href="/" ${current}>Creatives</a></nav>
      <main>${parts.body}</main>`,
  });
}
