import path from 'node:path';

import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { z } from 'zod';

const ENTRY = path.resolve(import.meta.dirname, '../fixtures/engine/main.ts');

/** The insert engine as one script, made as the builder's content script is. */
export async function bundleEngine(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'pb' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk || !('code' in chunk)) throw new Error('the engine was not bundled');
  return chunk.code;
}

/** The engine in a world of its own beside the page's, as a content script has. */
export interface Engine {
  /** Runs `engine.…` there and returns what it resolves to. */
  run(call: string): Promise<unknown>;
}

const Results = z.array(
  z.object({ frameId: z.number(), result: z.optional(z.unknown()), error: z.optional(z.string()) }),
);
type Result = z.infer<typeof Results>[number];

// The background answers every message with yes.
const BACKGROUND = `globalThis.browser = {
  runtime: { id: 'test', sendMessage: async () => ({ ok: true, value: null }) },
};`;

export async function injectEngine(page: Page, code: string): Promise<Engine> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'engine',
  });
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
    return result.value;
  };
  await run(BACKGROUND + code);
  return { run };
}

/**
 * The same in Firefox, whose driver reaches no world of scripts beside a page: a page of the
 * extension brings it among the extension's own scripts, into the frame that has the focus.
 */
export async function bringEngine(extension: Page, tab: string, code: string): Promise<Engine> {
  const execute = async (frames: string, body: string): Promise<readonly Result[]> => {
    const answer = await extension.evaluate(`(async () => {
      const [tab] = await browser.tabs.query({ active: true, url: '${tab}' });
      const target = { tabId: tab.id, ${frames} };
      const results = await browser.scripting.executeScript({ target, func: async () => { ${body} } });
      return JSON.stringify(results.map(({ error, ...rest }) =>
        error ? { ...rest, error: String(error.message ?? error) } : rest));
    })()`);
    return Results.parse(JSON.parse(String(answer)));
  };
  const hasFocus = `return document.hasFocus() && document.activeElement.localName !== 'iframe';`;
  const focused = (await execute('allFrames: true', hasFocus)).find(
    ({ result }) => result === true,
  );
  if (!focused) throw new Error('no frame has the focus');
  const run = async (body: string): Promise<unknown> => {
    const [done] = await execute(`frameIds: [${focused.frameId}]`, body);
    if (!done || done.error) throw new Error(done?.error ?? 'the frame is gone');
    return done.result;
  };
  await run(code);
  return { run: (call) => run(`return ${call};`) };
}
