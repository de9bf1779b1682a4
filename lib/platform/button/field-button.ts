import type { DismissScope } from '../../core/console/dismissals';
import { FIELD_BUTTON_CSS } from './field-button-css';
import { zoomOf } from '../field/zoom-of';
import { settle } from '../field/modal';
import type { FieldButton, FieldButtonEvents } from './button-kit';

/** Edge of the button, in CSS pixels. */
export const BUTTON_SIZE = 26;

const ICON_PATH =
  'M5 4h1a3 3 0 0 1 3 3 3 3 0 0 1 3-3h1M13 20h-1a3 3 0 0 1-3-3 3 3 0 0 1-3 3H5M9 7v10M17 9v6M14 12h6';
const CROSS_PATH = 'M6 6l12 12M18 6L6 18';

export interface FieldButtonText {
  readonly open: string;
  readonly hide: string;
  readonly scopes: Readonly<Record<DismissScope, string>>;
}

/**
 * The small button beside a field and its menu. It floats over the page, in the top layer where there
 * is one, and takes no room in its layout. It is no stop of the Tab key: that belongs to the page's
 * own forms. The shortcut `focus-field-button` leads to it, the arrow keys from there to its menu.
 */
export function createFieldButton(text: FieldButtonText, events: FieldButtonEvents): FieldButton {
  const host = document.createElement('piggyback-button');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FIELD_BUTTON_CSS);
  root.adoptedStyleSheets = [sheet];
  host.popover = 'manual';

  const main = createButton(text.open, ICON_PATH, 'main');
  const more = createButton(text.hide, CROSS_PATH, 'more');
  const menu = document.createElement('div');
  menu.role = 'menu';
  menu.ariaLabel = text.hide;
  const items = Object.entries(text.scopes).map(([scope, label]) => {
    const item = createButton(label, null, '');
    item.role = 'menuitem';
    item.dataset['scope'] = scope;
    return item;
  });
  menu.append(...items);
  root.append(main, more, menu);

  const setMenu = (isOpen: boolean) => {
    menu.hidden = !isOpen;
    more.ariaExpanded = String(isOpen);
    if (!isOpen) return;
    const { left, bottom } = host.getBoundingClientRect();
    menu.className = `${bottom + 140 > innerHeight ? 'up' : ''} ${left < 160 ? 'start' : ''}`;
    items[0]?.focus();
  };
  const hide = () => {
    if (main.hidden) return;
    main.hidden = true;
    more.hidden = true;
    setMenu(false);
    host.hidePopover?.();
  };
  more.ariaHasPopup = 'menu';
  main.hidden = true;
  more.hidden = true;
  setMenu(false);

  // A page's script can reach the button; only a person turns it off or opens the builder.
  host.addEventListener('click', dropMadeUp, { capture: true });
  host.addEventListener('contextmenu', dropMadeUp, { capture: true });
  host.addEventListener('keydown', dropMadeUp, { capture: true });
  main.addEventListener('click', events.onPress);
  more.addEventListener('click', () => setMenu(menu.hidden !== false));
  menu.addEventListener('click', (event) => {
    const scope = items.find((item) => item === event.target)?.dataset['scope'];
    if (scope === 'field' || scope === 'site' || scope === 'all') events.onDismiss(scope);
  });
  // Keeps the caret in the field, and a menu in a dialog from closing it, while the mouse works here.
  host.addEventListener('mousedown', (event) => event.preventDefault());
  host.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    setMenu(true);
  });
  for (const name of [
    'mousedown',
    'pointerdown',
    'pointerup',
    'mouseup',
    'click',
    'keyup',
    'keypress',
  ]) {
    host.addEventListener(name, (event) => event.stopPropagation());
  }
  host.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const at = items.findIndex((item) => item === root.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' || event.key === 'Tab') {
      setMenu(false);
      events.onLeave();
    } else if (step === 0) return;
    else if (menu.hidden) setMenu(true);
    else items[(at + step + items.length) % items.length]?.focus();
    event.preventDefault();
  });

  return {
    host,
    hide,
    hasFocus: () => root.activeElement !== null,
    isMenuOpen: () => !menu.hidden,
    focus: () => main.focus(),
    showAt(place, field) {
      if (!settle(host, field)) return hide();
      // Where the page is zoomed by its own style, the button is not: our pixels are the viewport's.
      host.style.cssText = `--x:${place.left}px;--y:${place.top}px;--z:${1 / zoomOf(host)}`;
      // Beside the field its near side is the field's text.
      more.classList.toggle('under', place.side === 'beside');
      if (main.hidden) {
        main.hidden = false;
        more.hidden = false;
        host.showPopover?.();
      }
    },
  };
}

function createButton(label: string, icon: string | null, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.tabIndex = -1;
  if (icon === null) button.textContent = label;
  else {
    button.title = label;
    button.ariaLabel = label;
    button.append(createIcon(icon));
  }
  return button;
}

function dropMadeUp(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

// Built by hand: setting innerHTML would meet the page's Trusted Types.
function createIcon(d: string): Node {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}
