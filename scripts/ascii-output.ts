import type { Plugin } from 'vite';

/**
 * Writes scripts in ASCII: a browser reads them several times as fast, and they mean the same in a page
 * of whatever encoding. Right for strings, templates and regular expressions; not for `String.raw`.
 */
export function asciiOutput(): Plugin {
  return {
    name: 'ascii-output',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = toAscii(file.code);
      }
    },
  };
}

export function toAscii(code: string): string {
  // By units, as scripts count them: what takes two is two escapes.
  return code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
