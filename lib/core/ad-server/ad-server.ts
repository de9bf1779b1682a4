/** What the pixel field of an ad server takes: a bare URL, an image or script tag, or any HTML. */
export type Accepts = 'url' | 'img' | 'script' | 'html';

/**
 * One row of the catalogue: how an ad server writes its macros and where its console lives.
 * `cost` is the macro for what was paid; its unit is the ad server's own and seldom money per
 * impression, which is what `ancost` means.
 */
export interface AdServer {
  readonly id: string;
  readonly name: string;
  /** Match patterns of its console. Empty where none is known. */
  readonly hosts: readonly string[];
  /** `null` where the macro's name is not known: then it is asked for, never invented. */
  readonly cachebuster: string | null;
  readonly cachebusterAliases: readonly string[];
  readonly cost: { readonly macro: string; readonly unit: string | null } | null;
  readonly accepts: readonly Accepts[];
  /** Where in its console the tag goes, in words. */
  readonly pasteWhere: string | null;
  readonly httpsOnly: boolean;
  /** Longest URL its field takes, in characters. */
  readonly maxLength: number | null;
  readonly confidence: 'documented' | 'seen in public code' | 'uncertain';
}
