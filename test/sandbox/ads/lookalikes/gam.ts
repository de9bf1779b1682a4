import { html, raw } from 'hono/html';

import { page } from '../html.ts';

/**
 * In the manner of Google Ad Manager: a single page with the network's id in its path, custom
 * elements with open shadow roots inside one another, a modal dialog. Not its real markup.
 */
export function gamPage(): ReturnType<typeof page> {
  return page({
    title: 'New creative – Sandbox ad manager',
    css: CSS,
    body: html`<header><strong>Sandbox ad manager</strong> <small>a stand-in</small></header>
      <main>
        <h1>New creative</h1>
        <material-input label="Name" field="name"></material-input>
        <material-input label="Click-through URL" field="clickUrl"></material-input>
        <section>
          <label><input type="checkbox" checked /> Set impression tracking URLs</label>
          <material-input
            label="Third party impression tracker 1 (optional)"
            field="tracker1"
          ></material-input>
          <material-input
            label="Third party impression tracker 2 (optional)"
            field="tracker2"
          ></material-input>
        </section>
        <div class="bar"><button id="open" type="button">More trackers…</button></div>
        <dialog id="more" aria-labelledby="more-title">
          <h2 id="more-title">More trackers</h2>
          <label for="dialog-name">Group name</label><input id="dialog-name" />
          <label for="dialog-pixel">Impression pixel</label
          ><textarea id="dialog-pixel" rows="3"></textarea>
          <p><button id="close" type="button">Done</button></p>
        </dialog>
      </main>
      <script>
        ${raw(SCRIPT)};
      </script>`,
  });
}

const CSS = `body { font: 14px/1.5 Roboto, Arial, sans-serif; }
header { padding: 14px 24px; background: #1967d2; color: #fff; position: sticky; top: 0; z-index: 5; }
main { max-width: 720px; padding: 24px; } section { padding: 12px 16px; border: 1px solid var(--line); border-radius: 8px; }
material-input { display: block; margin: 14px 0; } .bar { margin: 20px 0; }
dialog { width: 480px; border: 0; border-radius: 12px; padding: 24px; color: inherit; background: light-dark(#fff, #26282c); box-shadow: 0 12px 48px #0006; }
dialog label { display: block; margin-top: 12px; } dialog input, dialog textarea { width: 100%; font: inherit; padding: 8px; }
dialog > :last-child { margin-bottom: 0; }`;

const SCRIPT = `{
  const style = 'label { display: grid; gap: 2px; color: gray; font-size: 12px } ' +
    'input { font: 14px Roboto, Arial, sans-serif; color: inherit; background: none; padding: 8px; border: 0; border-bottom: 1px solid gray }';
  customElements.define('material-field', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = '<style>' + style + '</style><input type="text">';
      this.shadowRoot.querySelector('input').id = 'mat-input-' + Math.floor(Math.random() * 1000);
    }
  });
  customElements.define('material-input', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      const caption = document.createElement('span');
      caption.textContent = this.getAttribute('label');
      caption.style.cssText = 'font-size:12px;color:gray';
      root.append(caption, document.createElement('material-field'));
    }
  });
  const dialog = document.getElementById('more');
  document.getElementById('open').addEventListener('click', () => dialog.showModal());
  document.getElementById('close').addEventListener('click', () => dialog.close());
}`;
