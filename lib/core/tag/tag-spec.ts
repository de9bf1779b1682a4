/** How the tag loads the pixel. A bare URL carries `t` of how the ad server will load it. */
export const TAG_TYPES = ['image', 'javascript', 'url'] as const;
export type TagType = (typeof TAG_TYPES)[number];

/** Everything that decides the text of a pixel tag. */
export interface TagSpec {
  readonly trackerId: number;
  readonly trackerName: string;
  readonly type: TagType;
  /** The macro (or value) that makes every request differ; `null` leaves the parameter out. */
  readonly cachebuster: string | null;
  /**
   * Money paid for one impression, never CPM; a macro or a plain number. It overrides the payment
   * rules in Monetize, so it is `null` unless a person turned it on.
   */
  readonly ancost: string | null;
  /** Where the service redirects after counting; always the last parameter. */
  readonly redir: string | null;
}

/** The value of `t`: 1 answers with JavaScript, 2 with an image (seed). */
export function pixelTypeOf(type: TagType): 1 | 2 {
  return type === 'javascript' ? 1 : 2;
}
