import tagsCss from '../tags/tag-builder.css?inline';
import baseCss from '../ui/base.css?inline';
import formCss from '../ui/form.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import embedCss from './embed.css?inline';

/**
 * The house's tokens as the page may set them: `--accent: X` becomes
 * `--accent: var(--imptr-accent, X)`. They stand inside the shadow tree, where a page's own
 * `--accent` does not reach.
 */
export function openTokens(css: string): string {
  return css
    .replaceAll(':root', '.pb-embed')
    .replace(/--([a-z][\w-]*):\s*([^;}]+)/g, '--$1: var(--imptr-$1, $2)');
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The element's style sheet, one for each document. A sheet made by script needs no CSP's leave. */
export function styleSheetFor(document: Document): CSSStyleSheet {
  const known = sheets.get(document);
  if (known) return known;
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync([openTokens(tokensCss), baseCss, formCss, tagsCss, embedCss].join('\n'));
  sheets.set(document, sheet);
  return sheet;
}
