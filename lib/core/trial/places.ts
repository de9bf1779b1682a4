import { MAX_PAGE_PLACES } from '../base/limits';
import type { PageLook, PagePlace } from '../recording/page-look';
import type { Markup, MarkupElement } from './markup';

/** Nobody's (RFC 2606): the page on which a tag is tried, with TLS as publishers' pages have it. */
export const TRIAL_PAGE = 'https://page.invalid/';

// Of a script that was never closed the page's own end is a part.
const END_OF_PAGE = '</body></html>';

/** A tag as it would stand on a page, for who looks for tags on pages. */
export function lookAtMarkup(markup: readonly Markup[], now: number): PageLook {
  const places: PagePlace[] = [];
  walk(markup, null, false, [], places);
  return {
    url: TRIAL_PAGE,
    loadedAt: now,
    readAt: now,
    places: places.slice(0, MAX_PAGE_PLACES),
    asked: [],
    closedFrames: 0,
    isCut: places.length > MAX_PAGE_PLACES,
    failures: 0,
    replaced: [],
  };
}

function walk(
  markup: readonly Markup[],
  parent: MarkupElement | null,
  inTemplate: boolean,
  path: readonly string[],
  places: PagePlace[],
): void {
  for (const piece of markup) {
    if (piece.kind !== 'element') {
      const isOpen = parent?.name === 'script' && !parent.isClosed;
      if (!isWorthALook(piece.text)) continue;
      const text = isOpen ? piece.text + END_OF_PAGE : piece.text;
      places.push({ ...placeOf(parent, inTemplate, path), kind: piece.kind, text, isLast: isOpen });
      continue;
    }
    const below = [...path, piece.name];
    if ([...piece.attributes.values()].some(isWorthALook)) {
      places.push({ ...placeOf(piece, inTemplate, below), kind: 'element', isDisplayed: true });
    }
    walk(piece.children, piece, inTemplate || piece.name === 'template', below, places);
  }
}

function isWorthALook(text: string): boolean {
  return /imptr/i.test(text);
}

function placeOf(
  element: MarkupElement | null,
  inTemplate: boolean,
  path: readonly string[],
): PagePlace {
  const attributes = [...(element?.attributes ?? [])].map(([name, value]) => ({ name, value }));
  return {
    kind: 'text',
    name: element?.name ?? '',
    attributes,
    text: '',
    isCut: false,
    frameUrl: TRIAL_PAGE,
    path: path.join(' › '),
    inTemplate,
    isLast: false,
    isDisplayed: null,
    below: null,
    isLoaded: null,
  };
}
