import path from 'node:path';

import type { Page } from 'puppeteer-core';
import { build } from 'vite';

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
