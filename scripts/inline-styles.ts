import type { Plugin } from 'vite';

const LINK = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/;
/** A module of WXT's that is there for plugins of pages; without any it is empty. */
const EMPTY = /<script type="module"[^>]* src="\/([^"]*wxt-html-plugins[^"]*)"><\/script>/;

/**
 * Puts a page's one sheet of styles into the page, and leaves out what does nothing: its script, which
 * waits for the styles, runs sooner.
 */
export function inlineStyles(page: RegExp): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const html of Object.values(bundle)) {
        if (html.type !== 'asset' || !page.test(html.fileName)) continue;
        const source = String(html.source);
        const [link, href = ''] = LINK.exec(source) ?? [];
        const sheet = bundle[href];
        if (!link || sheet?.type !== 'asset') throw new Error(`${html.fileName} links no styles`);
        const css = String(sheet.source).trim();
        if (/<\/style|url\(/.test(css)) throw new Error(`${href} cannot stand in a page`);
        const [empty = '', module = ''] = EMPTY.exec(source) ?? [];
        const chunk = bundle[module];
        if (chunk?.type === 'chunk' && chunk.code.trim() !== '') {
          throw new Error(`${module} is not empty`);
        }
        html.source = source.replace(link, () => `<style>${css}</style>`).replace(empty, '');
        if (/rel="stylesheet"/.test(html.source))
          throw new Error(`${html.fileName} links more styles`);
        delete bundle[href];
      }
    },
  };
}
