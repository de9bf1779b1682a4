/** A page that holds the element. */
export interface EmbedPage {
  readonly path: string;
  readonly what: string;
  readonly file: string;
  /** Whether it comes out of a build (`.output/fixtures/embed/<path>`) or is served as written. */
  readonly built: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const STRICT_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');

export const EMBED_PAGES: readonly EmbedPage[] = [
  written('playground', 'every attribute as a control, every event in a log'),
  written('plain', 'plain HTML, classic script, in a form'),
  { path: 'react', what: 'React', file: 'index.html', built: true },
  { path: 'vue', what: 'Vue', file: 'index.html', built: true },
  written('several', 'several in one form, some disabled'),
  written('rtl', 'right to left'),
  written('dark', 'a dark page'),
  written('hostile', 'a page whose style sheet spares nothing'),
  written('late', 'properties set before the element is defined'),
  {
    ...written('csp', 'a strict content security policy with Trusted Types'),
    headers: { 'Content-Security-Policy': STRICT_POLICY },
  },
];

function written(path: string, what: string): EmbedPage {
  return { path, what, file: `${path}.html`, built: false };
}
