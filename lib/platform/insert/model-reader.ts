import { browser } from 'wxt/browser';

import { frameWorld } from '../field/frame-world';
import { askForModelReader } from '../channels/tell-background';

const QUESTION = 'piggyback-read';
const ANSWER = 'piggyback-text';

/**
 * Lets one frame's content script ask for the text of a code editor, of which the page shows only
 * the lines on the screen. The answer is read in the page's own world, where the editor's object
 * hangs on its element. Called in the background; the page must be open to us.
 */
export async function addModelReader(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    world: 'MAIN',
    func: answerInPage,
    args: [QUESTION, ANSWER],
  });
}

/** The whole text of the code editor with this field; `null` where its object cannot be found. */
export async function readModel(field: HTMLElement): Promise<string | null> {
  frameWorld.reader ??= askForModelReader();
  return (await frameWorld.reader) ? ask(field) : null;
}

function ask(field: HTMLElement): string | null {
  let text: string | null = null;
  const take = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') text = event.detail;
  };
  field.addEventListener(ANSWER, take);
  field.dispatchEvent(new CustomEvent(QUESTION, { composed: true }));
  field.removeEventListener(ANSWER, take);
  return text;
}

// Runs in the page, so it can use nothing from outside itself. It tells the page nothing that the
// page does not know.
function answerInPage(question: string, answer: string): void {
  const get = (object: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined),
      object,
    );
  const call = (object: unknown, method: string): unknown => {
    const found = get(object, method);
    return typeof found === 'function' ? Reflect.apply(found, object, []) : undefined;
  };
  const monacoOf = (field: Element): unknown => {
    const editors = call(get(globalThis, 'monaco', 'editor'), 'getEditors');
    if (!Array.isArray(editors)) return undefined;
    return editors.find((editor) => {
      const node = call(editor, 'getDomNode');
      return node instanceof Element && node.contains(field);
    });
  };
  window.addEventListener(
    question,
    (event) => {
      const field = event.composedPath()[0];
      if (!(field instanceof Element)) return;
      const model =
        call(get(field.closest('.CodeMirror'), 'CodeMirror'), 'getValue') ??
        call(get(field.closest('.ace_editor'), 'env', 'editor'), 'getValue') ??
        // CodeMirror 6 has renamed this in its releases of 2025.
        call(get(field, 'cmTile', 'root', 'view', 'state', 'doc'), 'toString') ??
        call(get(field, 'cmView', 'view', 'state', 'doc'), 'toString') ??
        call(monacoOf(field), 'getValue');
      if (typeof model !== 'string') return;
      field.dispatchEvent(new CustomEvent(answer, { detail: model.replaceAll('\r\n', '\n') }));
    },
    true,
  );
}
