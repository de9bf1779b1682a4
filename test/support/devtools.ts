import type { Browser, CDPSession, Page, ScreenshotClip, Target } from 'puppeteer-core';

/** The DevTools window of a page and, once shown, our panel in it. */
export interface DevtoolsPanel {
  readonly window: Page;
  readonly panel: CDPSession;
}

/** Opens the real DevTools window and waits until our devtools page runs in it. */
export async function openDevtools(browser: Browser, page: Page): Promise<Page> {
  // Those of windows that are open, or only just closing, are not ours.
  const before = new Set(browser.targets());
  const window = await page.openDevTools();
  const ours = await browser.waitForTarget(
    (target) => !before.has(target) && target.url().endsWith('/devtools.html'),
  );
  // It is a target before its script has run, and what is loaded until then is not recorded.
  const recorder = await ours.createCDPSession();
  await untilInPanel(recorder, `document.readyState === 'complete'`);
  await recorder.detach();
  return window;
}

/** Shows our panel, which DevTools loads only now. */
export async function showPanel(browser: Browser, window: Page): Promise<DevtoolsPanel> {
  const before = new Set(browser.targets());
  // As text, because test runners rewrite the `import()` of functions. The module is the front end's.
  await window.waitForFunction(`(async () => {
    const { InspectorView, ViewManager } = await import('./ui/legacy/legacy.js');
    const ids = InspectorView.InspectorView.instance().tabbedPane.tabIds();
    const ours = ids.find((id) => id.startsWith('chrome-extension://'));
    if (!ours) return false;
    await ViewManager.ViewManager.instance().showView(ours);
    return true;
  })()`);
  const target: Target = await browser.waitForTarget(
    (found) => found.url().includes('/devtools-panel.html') && !before.has(found),
  );
  const panel = await target.createCDPSession();
  await panel.send('Runtime.enable');
  return { window, panel };
}

/** The part of the DevTools window that is DevTools; beside it is room for the page itself. */
export async function devtoolsClip({ window, panel }: DevtoolsPanel): Promise<ScreenshotClip> {
  const whole = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const width = Number(await inPanel(panel, 'innerWidth'));
  return { x: whole.width - width, y: 0, width, height: whole.height };
}

/** Evaluates an expression in the panel and returns its value. */
export async function inPanel(panel: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await panel.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'panel error');
  return result.value;
}

/** Waits until an expression is truthy in the panel; the panel itself asks again and again. */
export async function untilInPanel(
  panel: CDPSession,
  expression: string,
  seconds = 20,
): Promise<unknown> {
  return inPanel(
    panel,
    `new Promise((resolve, reject) => {
      const end = Date.now() + ${seconds * 1000};
      const ask = () => {
        const value = (() => { try { return ${expression}; } catch { return null; } })();
        if (value) resolve(value);
        else if (Date.now() > end) reject(new Error('not in the panel: ' + document.body.innerText));
        else setTimeout(ask, 50);
      };
      ask();
    })`,
  );
}

/** Types into `Expected tracker` and takes the option with this id. */
export async function expectInPanel(panel: CDPSession, trackerId: number): Promise<void> {
  await untilInPanel(panel, `document.querySelector('[role=combobox]')`);
  await inPanel(panel, `document.querySelector('[role=combobox]').focus()`);
  await panel.send('Input.insertText', { text: String(trackerId) });
  const option = `document.querySelector('[role=option][data-id="${trackerId}"]')`;
  await untilInPanel(panel, option);
  await inPanel(panel, `${option}.click()`);
}

/** The word and the reason beside an expected tracker, once it has been judged. */
export async function verdictInPanel(panel: CDPSession, trackerId: number): Promise<string> {
  const row = `[...document.querySelectorAll('.pb-expected-row')]
    .find((row) => row.innerText.includes('${trackerId}'))`;
  // Read at once: between two questions another request may come in.
  const said = await untilInPanel(
    panel,
    `${row}.querySelector('.pb-badge:not(.not-seen)') &&
      ${row}.querySelector('.pb-badge').innerText + ': ' + ${row}.querySelector('p').innerText`,
  );
  return String(said);
}

/** Presses the button whose text begins so. */
export async function pressInPanel(panel: CDPSession, text: string): Promise<void> {
  const button = `[...document.querySelectorAll('button:not(:disabled)')]
    .find((button) => button.innerText.trim().startsWith('${text}'))`;
  await untilInPanel(panel, button);
  await inPanel(panel, `${button}.click()`);
}
