import { browser } from 'wxt/browser';

import { frameWorld } from '../field/frame-world';
import { closeByEscape } from '../field/close-by-escape';
import { onBackgroundMessage } from '../field/background-messages';
import { tellBuilderFailed, tellBuilderLeft } from '../channels/tell-background';
import { type BuilderFrame, placeBuilderFrame } from './builder-frame';
import { keepFocus } from './keep-focus';

const PAGE = '/builder.html';
/** Longer than any machine takes to show the page. */
const PATIENCE_MS = 6000;

interface Placed {
  readonly open: AbortController;
  readonly frame: BuilderFrame;
  readonly began: () => void;
  readonly enter: () => void;
}

/** Places builders in this frame, for the background. A builder is named by its token. */
export function offerPlacer(): void {
  if (frameWorld.place) return;
  frameWorld.place = open;
  const all = new Map<string, Placed>();

  function open(token: string, message: object): void {
    const title = String(Reflect.get(message, 'title'));
    const isPressed = Reflect.get(message, 'isPressed') === true;
    const open = new AbortController();
    const { signal } = open;
    const field = frameWorld.fields.get(token) ?? null;
    const leave = () => {
      close(token);
      tellBuilderLeft(token);
    };
    const address = `${browser.runtime.getURL(PAGE)}#${token}`;
    const frame = placeBuilderFrame({ address, title, field, onGone: leave }, signal);
    closeByEscape(leave, signal);
    const focus = keepFocus(frame, isPressed, signal);
    const waiting = setTimeout(() => {
      close(token);
      tellBuilderFailed(token);
    }, PATIENCE_MS);
    signal.addEventListener('abort', () => clearTimeout(waiting));
    const began = () => {
      clearTimeout(waiting);
      focus.enter();
    };
    all.set(token, { open, frame, began, enter: focus.enter });
  }

  function close(token: string): void {
    all.get(token)?.open.abort();
    all.delete(token);
  }

  const numberOf = (message: object, name: string): number => {
    const value: unknown = Reflect.get(message, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  };

  onBackgroundMessage({
    'place.open'(token, message) {
      open(token, message);
      return { ok: true };
    },
    'place.began': (token) => void all.get(token)?.began(),
    'place.enter': (token) => all.get(token)?.enter(),
    'place.size': (token, message) => all.get(token)?.frame.resize(numberOf(message, 'height')),
    'place.move': (token, message) =>
      all.get(token)?.frame.move(numberOf(message, 'dx'), numberOf(message, 'dy')),
    'place.still': (token) => ({ stillMs: all.get(token)?.frame.stillMs() ?? 0 }),
    'place.close': (token) => close(token),
  });
}
