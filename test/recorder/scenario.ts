/** What a page is made of, by its path on the scenario's own host or by host and path. */
export type Pages = Readonly<Record<string, string | Served>>;
export interface Served {
  readonly body?: string;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the impression endpoint answers a tracker; a picture or a script at once where nothing is said. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly delay?: number;
  /** For ever, until the scenario is over. */
  readonly held?: boolean;
  readonly dropped?: boolean;
  /** Where it leads on to, the first time it is asked; `''` where it does not, whatever the address says. */
  readonly redirect?: string;
  /** It leads on there each time. */
  readonly forEver?: true;
}

export type Step =
  | { readonly open: string }
  | { readonly click: string }
  | { readonly run: string }
  /** Until the endpoint was asked so often. */
  | { readonly asked: number }
  /** Until the panel lists so many requests of this scenario. */
  | { readonly listed: number }
  /** Until a page of this path is a page view. */
  | { readonly viewed: string }
  /** Until what is listed has ended. */
  | { readonly ended: true }
  /** Until a page of this path was asked for. */
  | { readonly served: string }
  | { readonly reload: true }
  | { readonly back: true }
  | { readonly reopen: true };

export interface Expected {
  /** How often the endpoint was asked. */
  readonly asked?: number;
  /** How many requests are recorded. */
  readonly recorded: number;
  /** The codes said of each tracker's requests; of the others none. `*` is whatever has no tracker. */
  readonly said?: Readonly<Record<string, readonly string[]>>;
  /** How often each fired, counted over all page views. */
  readonly fired?: Readonly<Record<string, number>>;
  /** What asked for each: its loader, its document, its page view. */
  readonly loader?: Readonly<Record<string, string>>;
  readonly frame?: Readonly<Record<string, string>>;
  readonly page?: Readonly<Record<string, string>>;
  /** What became of the pages that were loaded ahead, of each tracker that was asked for by one. */
  readonly prerendered?: Readonly<Record<string, string>>;
  readonly views?: number;
  readonly gaps?: number;
}

export interface Scenario {
  readonly name: string;
  readonly pages: Pages;
  readonly answers?: Readonly<Record<string, Answer>>;
  /** The front page is opened where nothing is said. */
  readonly steps?: readonly Step[];
  readonly expected: Expected;
  /** Why no extension of DevTools can see it; the test then says when it is seen after all. */
  readonly unseen?: string;
  /** Why DevTools may tell of fewer; what it tells of is to be true all the same. */
  readonly mayMiss?: string;
  /** It has no end that the browser tells of before its page is left. */
  readonly endless?: true;
  /** An extension stands beside ours that blocks: with it every request takes another way, so only where it is wanted. */
  readonly blocker?: true;
  /** Stands for its kind among the tests of every day. */
  readonly daily?: true;
}

/** The address of a pixel whose cachebuster is new each time its page is served. */
export const px = (id: number, t: 1 | 2 = 2) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=${t}&cachebuster={new}`;
export const img = (url: string) => `<img src="${url}">`;
export const js = (code: string) => `<script>${code}</script>`;
/** Fires from a script, which leaves the address as it is. */
export const fires = (url: string) => js(`new Image().src=${JSON.stringify(url)}`);

/** One request of one tracker, of which nothing is said. */
export const once = (more: Partial<Expected> = {}): Expected => ({
  asked: 1,
  recorded: 1,
  ...more,
});
/** One request of one tracker with these remarks. */
export const said = (id: number | '*', ...codes: readonly string[]): Expected => ({
  asked: 1,
  recorded: 1,
  said: { [id]: codes },
});
/** The same of what never reached the endpoint. */
export const stopped = (id: number, ...codes: readonly string[]): Expected => ({
  ...said(id, ...codes),
  asked: 0,
  fired: { [id]: 0 },
});
