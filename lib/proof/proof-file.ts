import { proofText } from '../text/export/proof';
import { escapeHtml } from './escape';
import { sha256 } from './digest';
import { areTold } from './pictures';
import { readResults, renderResults } from './render-results';
import { STYLE } from './style';

/** Which writer made the visible part: another one may say the same in other words. */
export const PROOF_VERSION = 4;

/** What a proof holds beside what is seen. */
export const PARTS = ['results', 'har'] as const;
export type PartName = (typeof PARTS)[number];
export type Parts = Readonly<Record<PartName, string>> & {
  /** The pictures that the results tell of, as `data:` URLs in the same order; they are among what is seen. */
  readonly pictures?: readonly string[];
  /** What kept reports counted, as JSON; absent where no report is in the proof. */
  readonly counted?: string;
};

export const MANIFEST_OPEN = '<pre hidden data-manifest>';
export const CLOSE = '</pre>';

export interface WrittenProof {
  readonly html: string;
  /** The SHA-256 of the manifest, which names that of everything else: to be sent by another way. */
  readonly digest: string;
}

/**
 * The proof of a verification as one HTML file without scripts: what is seen, made of the results alone, then
 * the results and the HAR as they are, what reports counted where that is told, then the manifest with the SHA-256 of each and of every picture. Fails where the
 * results are none of `export-json`, or tell of other pictures.
 */
export async function writeProof(parts: Parts): Promise<WrittenProof> {
  const { results, pictures = [], counted } = parts;
  const read = readResults(results);
  const visible = renderResults(results, pictures, counted);
  if (read === null || visible === null || !(await areTold(pictures, read))) {
    throw new Error('These are no results of a verification with these pictures.');
  }
  const manifest = await manifestOf(visible, parts);
  return { html: proofHtml(visible, parts, manifest), digest: await sha256(manifest) };
}

/** Where a part begins in the file. */
export const partOpen = (name: PartName | 'counted') => `<pre hidden data-part="${name}">`;

/** A part, or the manifest, as its bytes stand in the file. */
export const embedded = escapeHtml;

/** What the manifest says: the SHA-256 of what is seen and of each part, byte for byte as embedded. */
export async function manifestOf(visible: string, parts: Parts): Promise<string> {
  const hashes = {
    visible: await sha256(visible),
    results: await sha256(embedded(parts.results)),
    har: await sha256(embedded(parts.har)),
    ...(parts.counted !== undefined && { counted: await sha256(embedded(parts.counted)) }),
    pictures: await Promise.all((parts.pictures ?? []).map((image) => sha256(embedded(image)))),
  };
  return JSON.stringify({ format: 'piggyback-proof', version: PROOF_VERSION, sha256: hashes });
}

/** The whole file. */
export function proofHtml(visible: string, parts: Parts, manifest: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(proofText.title)}</title>`,
    `<style>${STYLE}</style>`,
    visible,
    ...PARTS.map((name) => partOpen(name) + embedded(parts[name]) + CLOSE),
    ...(parts.counted === undefined ? [] : [partOpen('counted') + embedded(parts.counted) + CLOSE]),
    MANIFEST_OPEN + embedded(manifest) + CLOSE,
    '</html>',
    '',
  ].join('\n');
}
