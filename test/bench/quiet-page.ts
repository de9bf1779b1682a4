import type { Browser } from 'puppeteer-core';

/** A page that is told what to do over the browser's protocol, and nothing else of the browser is watched. */
export interface QuietPage {
  evaluate(expression: string): Promise<unknown>;
  /** Stops all workers of the page's origin, as the browser does with idle ones. */
  stopWorkers(): Promise<void>;
}

/**
 * Opens a page in a browser that the driver lets go of: it holds up each new frame and worker until
 * it has looked at it, which would count in all that is measured.
 */
export async function openQuietPage(browser: Browser, url: string): Promise<QuietPage> {
  const connection = (await browser.target().createCDPSession()).connection();
  if (!connection) throw new Error('the browser is not there');
  await connection.send('Target.setAutoAttach', {
    autoAttach: false,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { targetInfos } = await connection.send('Target.getTargets');
  const info = targetInfos.find((target) => target.targetId === targetId);
  if (!info) throw new Error('no page has opened');
  const session = await connection.createSession(info);
  await session.send('Page.enable');
  const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
  await session.send('Page.navigate', { url });
  await loaded;
  await session.send('ServiceWorker.enable');
  return {
    async evaluate(expression) {
      const { result, exceptionDetails: wrong } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
      return result.value;
    },
    async stopWorkers() {
      await session.send('ServiceWorker.stopAllWorkers');
    },
  };
}
