import { z } from '../core/base/schema';
import type { ProofProblem } from '../core/verification/proof-problem';
import { sha256 as sha256OfBytes } from '../files/digest';
import { sha256 } from './digest';
import { unescapeHtml } from './escape';
import {
  CLOSE,
  embedded,
  MANIFEST_OPEN,
  manifestOf,
  partOpen,
  type Parts,
  PARTS,
  PROOF_VERSION,
  proofHtml,
} from './proof-file';
import { areTold, picturesIn } from './pictures';
import { readResults, renderResults } from './render-results';

const ManifestSchema = z.object({
  format: z.literal('piggyback-proof'),
  version: z.number(),
  sha256: z.object({
    visible: z.string(),
    results: z.string(),
    har: z.string(),
    // A proof without reports has none.
    counted: z.exactOptional(z.string()),
    // A proof of the first version has none.
    pictures: z.exactOptional(z.array(z.string())),
  }),
});

export interface CheckedProof {
  /**
   * `undamaged`: it agrees with itself, which whoever changes everything can bring about; `unchanged`: it agrees
   * with the digest that was sent by another way.
   */
  readonly state: 'unchanged' | 'undamaged' | 'changed' | 'unreadable';
  /** The SHA-256 of its manifest; `null` where it has none. */
  readonly digest: string | null;
  readonly problems: readonly ProofProblem[];
}

const UNREADABLE: CheckedProof = { state: 'unreadable', digest: null, problems: ['no-proof'] };

/**
 * Checks the bytes of a proof's file, with the SHA-256 that was given on export where it is known; that of the whole
 * file will do as well.
 */
export async function checkProof(
  file: Uint8Array<ArrayBuffer>,
  given: string | null,
): Promise<CheckedProof> {
  const html = textOf(file);
  if (html === null) return UNREADABLE;
  const known = given === null ? null : given.trim().toLowerCase();
  if (known !== null && known === (await sha256OfBytes(file))) {
    const checked = await checkText(html, null);
    return checked.state === 'undamaged' ? { ...checked, state: 'unchanged' } : checked;
  }
  const checked = await checkText(html, known);
  if (checked.problems.length === 0) return checked;
  // Mail and editors change line ends, which is no reason to say that somebody changed a verdict.
  const asWritten = `${html.trim().replaceAll('\r\n', '\n')}\n`;
  if (asWritten === html) return checked;
  const { digest, problems } = await checkText(asWritten, known);
  return problems.length > 0 ? checked : { state: 'changed', digest, problems: ['line-ends'] };
}

/** The text as its bytes have it, a mark of the encoding too; `null` where it is no UTF-8. */
function textOf(file: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return null;
  }
}

async function checkText(html: string, given: string | null): Promise<CheckedProof> {
  const manifest = partAt(html, MANIFEST_OPEN);
  const results = partAt(html, partOpen('results'));
  const har = partAt(html, partOpen('har'));
  const told = manifest === null ? null : readManifest(manifest);
  if (manifest === null || told === null || results === null || har === null) return UNREADABLE;
  const digest = await sha256(manifest);
  const other: readonly ProofProblem[] = given !== null && given !== digest ? ['digest'] : [];
  if (told.version !== PROOF_VERSION) {
    return { state: 'unreadable', digest, problems: ['other-version', ...other] };
  }
  const counted = partAt(html, partOpen('counted'));
  const parts = { results, har, pictures: picturesIn(html), ...(counted !== null && { counted }) };
  const problems = [...(await damage(html, parts, manifest, told.sha256)), ...other];
  if (problems.length > 0) return { state: 'changed', digest, problems };
  return { state: given === null ? 'undamaged' : 'unchanged', digest, problems };
}

async function damage(
  html: string,
  parts: Parts & Required<Pick<Parts, 'pictures'>>,
  manifest: string,
  told: z.infer<typeof ManifestSchema>['sha256'],
): Promise<readonly ProofProblem[]> {
  const problems: ProofProblem[] = [];
  for (const name of PARTS) {
    if ((await sha256(embedded(parts[name]))) !== told[name]) problems.push(name);
  }
  const { pictures, counted } = parts;
  const digest = counted === undefined ? undefined : await sha256(embedded(counted));
  if (digest !== told.counted) problems.push('counted');
  const hashes = await Promise.all(pictures.map((image) => sha256(embedded(image))));
  const read = readResults(parts.results);
  const areOwn = String(hashes) === String(told.pictures ?? []);
  if (!areOwn || !read || !(await areTold(pictures, read))) problems.push('pictures');
  // Rendered again from the results, what is seen must come out as it is.
  const visible = renderResults(parts.results, pictures, counted);
  if (visible === null) return [...problems, 'visible'];
  if ((await sha256(visible)) !== told.visible || !html.includes(`\n${visible}\n`)) {
    problems.push('visible');
  }
  if (problems.length > 0) return problems;
  const isWhole =
    manifest === (await manifestOf(visible, parts)) && html === proofHtml(visible, parts, manifest);
  return isWhole ? [] : ['file'];
}

function partAt(html: string, open: string): string | null {
  const start = html.indexOf(open);
  if (start < 0 || html.includes(open, start + 1)) return null;
  const end = html.indexOf(CLOSE, start);
  return end < 0 ? null : unescapeHtml(html.slice(start + open.length, end));
}

function readManifest(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return ManifestSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
