import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

/** A whole document. All text in it is escaped by the `html` template. */
export function page(parts: { title: string; css: string; body: Html; head?: Html }): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${parts.title}</title>
        <link rel="icon" href="data:," />
        ${parts.head ?? ''}
        <style>
          ${raw(BASE_CSS)}${raw(parts.css)}
        </style>
      </head>
      <body>
        ${parts.body}
      </body>
    </html>`;
}

const BASE_CSS = `
:root { color-scheme: light dark; --line: light-dark(#d5d8dd, #3d4148); --soft: light-dark(#f4f5f7, #22252a);
  --text: light-dark(#1d2025, #e8eaed); --muted: light-dark(#565d68, #a3abb8); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: light-dark(#fff, #17191c); line-height: 1.5; }
a { color: inherit; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
`;
