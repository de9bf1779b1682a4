import type { Hint } from '../../../core/trial/told';
import type { TrialDocument } from './document';
import { TrialElement } from './element';
import { absolute } from './loads';
import { TrialNode } from './nodes';
import { createLocation } from './place';

/** What code of a tag finds around it as it does on a page, beside the document. */
export function installScope(
  document: TrialDocument,
  hint: (hint: Hint, url: string) => void,
): void {
  const { location, leave } = createLocation((url) => hint('page', url));
  const dialog = (answer: unknown) => () => {
    hint('dialog', '');
    return answer;
  };
  const box = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: unknown) => kept.get(String(key)) ?? null,
      setItem: (key: unknown, value: unknown) => void kept.set(String(key), String(value)),
      removeItem: (key: unknown) => void kept.delete(String(key)),
      clear: () => kept.clear(),
    };
  };
  const made = (name: string) =>
    function make(width?: unknown) {
      const element = new TrialElement(name);
      if (name === 'audio' && width !== undefined) element.setAttribute('src', width);
      return element;
    };
  class Observer {
    readonly #call: unknown;
    constructor(call: unknown) {
      this.#call = call;
    }
    observe(target: unknown): void {
      // Everything of a tag is in sight.
      const entry = { isIntersecting: true, intersectionRatio: 1, target };
      const call = this.#call;
      if (target instanceof TrialElement && typeof call === 'function') {
        setTimeout(() => Reflect.apply(call, this, [[entry], this]), 0);
      }
    }
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): readonly unknown[] {
      return [];
    }
  }
  class Silent extends Observer {
    override observe(): void {}
  }
  define(globalThis, {
    window: globalThis,
    top: globalThis,
    parent: globalThis,
    frames: globalThis,
    frameElement: null,
    opener: null,
    document,
    Node: TrialNode,
    Element: TrialElement,
    HTMLElement: TrialElement,
    HTMLImageElement: TrialElement,
    HTMLScriptElement: TrialElement,
    Image: made('img'),
    Audio: made('audio'),
    Worker: undefined,
    // To the page around it, as on a page; there is none that hears.
    postMessage() {},
    innerWidth: 300,
    innerHeight: 250,
    outerWidth: 1280,
    outerHeight: 800,
    devicePixelRatio: 1,
    scrollX: 0,
    scrollY: 0,
    pageXOffset: 0,
    pageYOffset: 0,
    screen: {
      width: 1280,
      height: 800,
      availWidth: 1280,
      availHeight: 800,
      colorDepth: 24,
      pixelDepth: 24,
    },
    history: { length: 1, state: null, pushState() {}, replaceState() {}, back() {}, go() {} },
    localStorage: box(),
    sessionStorage: box(),
    alert: dialog(undefined),
    confirm: dialog(false),
    prompt: dialog(null),
    print: dialog(undefined),
    open: (url: unknown) => {
      hint('window', absolute(url ?? ''));
      return null;
    },
    getComputedStyle: (element: unknown) => (element instanceof TrialElement ? element.style : {}),
    matchMedia: (media: unknown) => ({
      matches: false,
      media,
      addListener() {},
      addEventListener() {},
    }),
    requestAnimationFrame: (call: () => void) =>
      setTimeout(() => Reflect.apply(call, globalThis, [performance.now()]), 16),
    cancelAnimationFrame: (id: number) => clearTimeout(id),
    requestIdleCallback: (call: () => void) => setTimeout(call, 1),
    IntersectionObserver: Observer,
    MutationObserver: Silent,
    ResizeObserver: Silent,
    scrollTo() {},
    focus() {},
    blur() {},
  });
  define(globalThis.navigator, {
    sendBeacon: (url: unknown) => {
      hint('beacon', absolute(url));
      return true;
    },
    cookieEnabled: true,
    doNotTrack: null,
    plugins: [],
    mimeTypes: [],
    javaEnabled: () => false,
  });
  const place = { get: () => location, set: leave, configurable: true };
  Object.defineProperty(globalThis, 'location', place);
  Object.defineProperty(document, 'location', place);
  for (const name of ['URL', 'documentURI', 'baseURI']) {
    Object.defineProperty(document, name, { get: () => location.toString() });
  }
}

/** Puts values in the place of what a scope has by these names, or has not. */
export function define(scope: object, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(scope, name, { value, writable: true, configurable: true });
  }
}
