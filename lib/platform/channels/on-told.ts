import { browser } from 'wxt/browser';

/** In a page's script: calls back whenever the background says this message to its frames, until the signal. */
export function onTold(name: string, listener: () => void, signal: AbortSignal): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const isObject = typeof message === 'object' && message;
    if (isObject && Reflect.get(message, 'piggyback') === name && !signal.aborted) listener();
  });
}
