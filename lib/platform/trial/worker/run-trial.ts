import { TRIAL_LIMITS } from '../../../core/trial/limits';
import type { Shown } from '../../../core/trial/shown';
import type { Hint } from '../../../core/trial/told';
import { TrialDocument } from './document';
import { TrialElement } from './element';
import { absolute, createLoads } from './loads';
import { TrialNode } from './nodes';
import { completeAddresses } from './requests';
import { define, installScope } from './scope';
import { followTimers } from './timers';

const LOOK_MS = 40;
const REST_MS = 200;

/**
 * Runs a tag in this worker, which the page around it may end at any moment, and tells what it does. What the page
 * shows is an order; the rest is as `core/trial/told` reads it. Quiet is what has nothing more to do before its time
 * is up.
 */
export function runTrial(text: string, post: (message: unknown) => void): void {
  const { performance } = globalThis;
  const begin = performance.now();
  let changed = begin;
  const wait = globalThis.setInterval.bind(globalThis);
  const tell = (message: unknown) => {
    changed = performance.now();
    post(message);
  };
  const hint = (kind: Hint, url: string) =>
    url.length > TRIAL_LIMITS.address
      ? tell({ kind: 'hint', hint: 'cut', url: '' })
      : tell({ kind: 'hint', hint: kind, url });
  const fail = (error: unknown) =>
    tell({ kind: 'error', sentence: String(error).slice(0, TRIAL_LIMITS.sentence) });

  const runs = createScripts(fail);
  const timers = followTimers(runs);
  const document = new TrialDocument();
  const loads = createLoads({
    show: (show, attributes, style = '') => tell({ show, attributes, text: style } satisfies Shown),
    hint,
    take: (html) => document.take(html),
    run(script) {
      const before = document.currentScript;
      document.currentScript = script;
      runs(script.textContent);
      document.currentScript = before;
    },
  });
  const consider = (node: TrialNode) => {
    if (!(node instanceof TrialElement)) return;
    nameById(node);
    loads.consider(node);
  };
  TrialNode.onConnected = consider;
  TrialElement.use = {
    changed: consider,
    clicked: (element) => {
      const href = element.getAttribute('href');
      if (element.localName !== 'a' || href === null) return;
      const target = element.getAttribute('target') ?? '';
      hint(target === '' || target === '_self' ? 'page' : 'window', absolute(href));
    },
    submitted: (form) => hint('form', absolute(form.getAttribute('action') ?? '')),
  };
  tellHeld(tell);
  globalThis.addEventListener('error', (event) => {
    fail(event.message);
    event.preventDefault();
  });
  globalThis.addEventListener('unhandledrejection', (event) => event.preventDefault());
  completeAddresses();
  installScope(document, hint);

  document.take(text);
  document.close();
  for (const [state, target, name] of [
    ['interactive', document, 'DOMContentLoaded'],
    ['complete', globalThis, 'load'],
  ] as const) {
    document.readyState = state;
    fire(target, name);
  }
  wait(() => {
    const now = performance.now();
    if (now - changed < REST_MS || timers.isAnyBefore(begin + TRIAL_LIMITS.time)) return;
    post({ kind: 'over', why: 'quiet' });
  }, LOOK_MS);
}

// What has an id is there by that name, as on a page.
function nameById(element: TrialElement): void {
  const id = element.getAttribute('id') ?? '';
  if (id !== '' && !(id in globalThis)) define(globalThis, { [id]: element });
}

function fire(target: EventTarget, name: string): void {
  target.dispatchEvent(new Event(name));
  const handler: unknown = Reflect.get(target, `on${name}`);
  if (!(target instanceof TrialNode) && typeof handler === 'function') handler(new Event(name));
}

// As scripts of the page: their names are seen by those after them.
function createScripts(fail: (error: unknown) => void): (code: string) => void {
  const load: unknown = Reflect.get(globalThis, 'importScripts');
  const { URL, Blob } = globalThis;
  return (code) => {
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    try {
      if (typeof load === 'function') load(address);
    } catch (error) {
      fail(error);
    } finally {
      URL.revokeObjectURL(address);
    }
  };
}

// Chromium tells of each request twice in a row: the policy of a sandboxed page is in force twice (measured, 156).
function tellHeld(tell: (message: unknown) => void): void {
  let last: string | null = null;
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective: directive, blockedURI: url } = event;
    const key = `${directive} ${url}`;
    const isTwin = last === key;
    last = isTwin ? null : key;
    if (isTwin) return;
    if (/^(?:blob|data|inline|eval)$/.test(url)) tell({ kind: 'hint', hint: 'worker', url: '' });
    else if (url.length > TRIAL_LIMITS.address) tell({ kind: 'hint', hint: 'cut', url: '' });
    else tell({ kind: 'held', directive, url });
  });
}
