import { type Dismissals, type DismissScope, isDismissed } from '../../core/console/dismissals';
import { fieldKey, isPixelField } from '../../core/console/pixel-field';
import { deepActiveElement, rememberField } from './editable';
import { askFor } from './asked-field';
import { frameWorld } from './frame-world';
import type { ButtonKit } from '../button/button-kit';
import type { FieldButton, FieldButtonEvents } from '../button/button-kit';
import type { Field } from './field';
import { fieldAt, hostOfFrame, traitsOf } from './field-traits';
import { isOurHost } from './our-host';

const HOVER_PAUSE_MS = 60;
const LEAVE_PAUSE_MS = 400;
const TYPING_PAUSE_MS = 1200;

interface FieldWatch {
  /** Takes what is dismissed, now and whenever it changes. Nothing is shown before. */
  setDismissals(next: Dismissals): void;
  /** Brings the focus to the button, if it is shown here at the field that has the focus. */
  focusButton(): void;
}

interface WatchOptions {
  /** Called at the first pixel field: what is dismissed here is to be told from then on. */
  readonly onFirst: (watch: FieldWatch) => void;
  readonly loadKit: (isOver: () => boolean) => Promise<ButtonKit | null>;
  readonly onOpen: () => void;
  readonly onDismiss: (scope: DismissScope, host: string, key: string, label: string) => void;
  /** Whether nobody is left who could answer: then nothing is offered. */
  readonly isOrphan: () => boolean;
  /** Ends the watch, as when a new copy of the script takes over. */
  readonly signal: AbortSignal;
}

/**
 * Offers the button at a focused or hovered pixel field, and nowhere else. A handful of listeners on
 * the document and none on fields, no observers, no message before there is a pixel field: a page with
 * thousands of fields pays nothing, and one without any does not wake the background.
 */
export function watchFields(options: WatchOptions): void {
  const { loadKit, onOpen, onDismiss, isOrphan, signal } = options;
  let onFirst: typeof options.onFirst | null = options.onFirst;
  let dismissals: Dismissals | null = null;
  let pointedAt: EventTarget | null = null;
  let focused: Field | null = null;
  let hovered: Field | null = null;
  let isTyping = false;
  let kit: ButtonKit | null = null;
  let button: FieldButton | null = null;
  let isLoading = false;
  const host = hostOfFrame();
  const timers = { hover: 0, leave: 0, typing: 0, follow: 0 };
  const shown = () => hovered ?? focused;
  // The one the button stands at is the one it is pressed for, whatever has the focus by then.
  let placedAt: Field | null = null;

  const events: FieldButtonEvents = {
    onPress() {
      if (!placedAt) return;
      askFor(placedAt.editable);
      leave();
      onOpen();
    },
    onDismiss(scope) {
      const field = placedAt;
      if (!field) return;
      const traits = traitsOf(field);
      onDismiss(scope, host, fieldKey(traits), traits.labels[0] ?? traits.names[0] ?? '');
      field.editable.focus();
      leave();
    },
    onLeave: () => placedAt?.editable.focus(),
  };

  // A page that is opened again, or was open already, may have the focus in a field.
  function lookAtFocus() {
    // A frame that was left still has an active element; a page behind another tab comes back to it.
    const isCurrent = document.hasFocus() || self === top;
    focused = isCurrent ? offered(deepActiveElement()) : null;
    update();
  }

  function leave() {
    focused = null;
    hovered = null;
    button?.hide();
  }

  function offered(target: EventTarget | null | undefined): Field | null {
    if (dismissals?.never) return null;
    const field = fieldAt(target ?? null);
    if (!field || isOrphan()) return null;
    const traits = traitsOf(field);
    if (!isPixelField(traits)) return null;
    onFirst?.(watch);
    onFirst = null;
    return dismissals && !isDismissed(dismissals, host, fieldKey(traits)) ? field : null;
  }

  function update() {
    const field = shown();
    if (!field?.shell.isConnected || isTyping) return button?.hide();
    if (!kit || !button) return void load();
    const place = kit.findPlace(field, button.host);
    placedAt = place && field;
    if (place) button.showAt(place, field.shell);
    else button.hide();
  }

  async function load() {
    if (isLoading) return;
    isLoading = true;
    kit = await loadKit(() => signal.aborted || isOrphan());
    isLoading = false;
    if (!kit || signal.aborted) return;
    button = kit.create(events);
    update();
  }

  function follow() {
    if (!shown() || timers.follow) return;
    timers.follow = requestAnimationFrame(() => {
      timers.follow = 0;
      update();
    });
  }

  function onFocusIn(event: Event) {
    const target = event.composedPath()[0];
    if (isOurs(event)) return;
    const field = fieldAt(target ?? null);
    // Back from one of ours it is the same field, whose cursor is not yet where it was.
    const from = event instanceof FocusEvent ? event.relatedTarget : null;
    if (field && !(from && isOurHost(from))) rememberField(field.editable);
    focused = offered(target);
    // Who goes to another field has done with the one that was pointed at.
    hovered = null;
    isTyping = false;
    // Its place is looked for with the next frame's layout: the focus may scroll the page first, and
    // a second layout is dear where there are thousands of fields.
    if (focused) follow();
    else update();
  }

  function onFocusOut(event: Event) {
    const next = event instanceof FocusEvent ? event.relatedTarget : null;
    // On its way to our button, or about inside it.
    if (button && (next === button.host || (isOurs(event) && !next))) return;
    focused = null;
    update();
  }

  // What is under the pointer is looked at once it has rested there.
  function onPointerOver(event: Event) {
    const target = event.composedPath()[0];
    clearTimeout(timers.hover);
    if (button && event.composedPath().includes(button.host)) return clearTimeout(timers.leave);
    timers.hover = window.setTimeout(() => hover(target), HOVER_PAUSE_MS);
  }

  function hover(target: EventTarget | undefined) {
    // Who has left the frame by now no longer rests on what was pointed at last.
    clearTimeout(timers.hover);
    clearTimeout(timers.leave);
    if (!dismissals) pointedAt = target ?? null;
    const field = offered(target);
    if (field || !hovered) {
      const isNew = field?.shell !== hovered?.shell;
      hovered = field;
      if (isNew) update();
      return;
    }
    // Time enough to get from the field to the button beside it.
    timers.leave = window.setTimeout(() => {
      if (button?.isMenuOpen()) return;
      hovered = null;
      update();
    }, LEAVE_PAUSE_MS);
  }

  function onInput(event: Event) {
    const field = shown();
    if (!field || !event.composedPath().includes(field.shell)) return;
    isTyping = true;
    button?.hide();
    clearTimeout(timers.typing);
    timers.typing = window.setTimeout(() => {
      isTyping = false;
      update();
    }, TYPING_PAUSE_MS);
  }

  // The button's own elements, and the builder's: its fields are no fields of the page.
  function isOurs(event: Event): boolean {
    return event.composedPath().some(isOurHost);
  }

  // Moves inside one shadow root are not told outside it, so each root on the way is listened to.
  const roots = new WeakSet<EventTarget>();
  let last: Event | null = null;
  // Whose context menu is opened; the browser does not tell the background.
  function onContextMenu(event: Event) {
    const field = fieldAt(event.composedPath()[0] ?? null);
    if (field) frameWorld.pointed = new WeakRef(field.editable);
  }

  const handlers: Record<string, (event: Event) => void> = {
    focusin: onFocusIn,
    focusout: onFocusOut,
    pointerover: onPointerOver,
    contextmenu: onContextMenu,
  };
  function handle(event: Event) {
    for (const node of event.composedPath()) {
      if (node instanceof ShadowRoot && !isOurHost(node.host)) listenIn(node);
    }
    // What a script made up says nothing of what a person does.
    if (event === last || !event.isTrusted) return;
    last = event;
    handlers[event.type]?.(event);
  }
  const passive = { capture: true, passive: true, signal };
  function listenIn(root: EventTarget) {
    if (roots.has(root)) return;
    roots.add(root);
    for (const name of Object.keys(handlers)) root.addEventListener(name, handle, passive);
  }

  // Before the builder, which keeps to itself that the focus has gone to it.
  listenIn(window);
  document.addEventListener('input', onInput, passive);
  for (const name of ['scroll', 'resize', 'transitionend', 'toggle', 'click']) {
    window.addEventListener(name, follow, passive);
  }
  // Not delegated: this tells that the pointer has left the frame.
  document.documentElement?.addEventListener('pointerleave', () => hover(undefined), { signal });

  signal.addEventListener('abort', () => button?.host.remove());

  const watch: FieldWatch = {
    setDismissals(next) {
      dismissals = next;
      hovered = offered(hovered?.editable ?? pointedAt);
      pointedAt = null;
      lookAtFocus();
    },
    focusButton() {
      if (focused && document.hasFocus()) button?.focus();
    },
  };
  lookAtFocus();
}
