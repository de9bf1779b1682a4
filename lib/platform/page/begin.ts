import { browser } from 'wxt/browser';

/** Stands under a symbol: under a name, an element with that id could stand in its place. */
const KEY: unique symbol = Symbol.for('piggyback.begun');
const holder: { [KEY]?: Promise<unknown> } & typeof globalThis = globalThis;

// The shape of `TokenSchema`, without what reads schemas.
const TOKEN = /^#([\w-]{20,100})$/;

/** The token this page was opened with; `null` where somebody else has opened it. */
export function readToken(): string | null {
  return TOKEN.exec(location.hash)?.[1] ?? null;
}

/** Asks the background what the builder begins with, before anything else of the page is there. */
export function begin(): void {
  const token = readToken();
  if (token === null) return;
  holder[KEY] = browser.runtime.sendMessage({ piggyback: 'builder.start', data: { token } });
  // Who takes the answer sees the failure.
  holder[KEY].catch(() => {});
}

/** The answer that was asked for so, once; `null` where it was not. */
export function takeBegun(): Promise<unknown> | null {
  const begun = holder[KEY] ?? null;
  delete holder[KEY];
  return begun;
}
