import type { PageLook, PagePlace } from '@/lib/core/recording/page-look';

import { START } from './build';

/** An element with these attributes, in sight on the page, with what a test changes. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  changes: Partial<PagePlace> = {},
): PagePlace {
  return {
    kind: 'element',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, value })),
    text: '',
    isCut: false,
    frameUrl: 'https://news.example/a',
    path: 'body › div#ad',
    inTemplate: false,
    isLast: false,
    isDisplayed: true,
    below: 0,
    isLoaded: null,
    ...changes,
  };
}

/** A text in an element of this name. */
export function textIn(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
  changes: Partial<PagePlace> = {},
): PagePlace {
  const around = { kind: 'text', text, isDisplayed: null, below: null } as const;
  return { ...element(name, attributes), ...around, ...changes };
}

export function comment(text: string): PagePlace {
  return { ...textIn('', text), kind: 'comment' };
}

/** What was found on a page that began to load a second after the start. */
export function pageLook(places: readonly PagePlace[], changes: Partial<PageLook> = {}): PageLook {
  return {
    url: 'https://news.example/a',
    loadedAt: START + 1000,
    readAt: START + 60_000,
    places: [...places],
    asked: [],
    closedFrames: 0,
    isCut: false,
    failures: 0,
    replaced: [],
    ...changes,
  };
}
