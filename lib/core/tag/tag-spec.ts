import { canonicalRedir } from '../macro/encode';

/**
 * How a tag loads the pixel: an `<img>`, a `<script>`, a bare URL, a VAST `<Impression>`, the
 * `imptrackers` of a native ad, an `<amp-pixel>`.
 */
export const TAG_TYPES = ['image', 'javascript', 'url', 'vast', 'native', 'amp'] as const;
export type TagType = (typeof TAG_TYPES)[number];

/** A parameter beside the service's own, such as `gdpr`; a `null` value is a name by itself. */
export interface ExtraParameter {
  readonly name: string;
  readonly value: string | null;
}

/** Everything that decides the text of a pixel tag. */
export interface TagSpec {
  readonly trackerId: number;
  readonly type: TagType;
  /** What will call the URL, and so `t`. A choice for a bare URL only. */
  readonly loadedBy: 'image' | 'javascript';
  /** Goes into the *Imp Tracker … DO NOT MODIFY* comments; `null` leaves them out. */
  readonly trackerName: string | null;
  /** The macro (or value) that makes every request differ; `null` leaves the parameter out. */
  readonly cachebuster: string | null;
  /**
   * Money paid for one impression, never CPM; a macro or a plain number. It overrides the payment
   * rules in Monetize, so it is `null` unless a person turned it on.
   */
  readonly ancost: string | null;
  /** Parameters the service does not document for trackers, such as consent; before `redir`. */
  readonly extra: readonly ExtraParameter[];
  /** Where the service redirects after counting; always the last parameter, never encoded again. */
  readonly redir: string | null;
  /** How `&` is written inside an attribute. Both mean the same in HTML. */
  readonly ampersands: 'raw' | 'escaped';
}

/** The parameters the service documents (seed); `t` is the pixel's type. */
export const KNOWN_PARAMETERS = ['id', 't', 'cachebuster', 'ancost', 'redir'] as const;

const WITH_COMMENTS: readonly TagType[] = ['image', 'javascript', 'vast', 'amp'];
const IN_ATTRIBUTE: readonly TagType[] = ['image', 'javascript', 'amp'];

/**
 * The spec without what its type cannot say: no comments round a bare URL, no JavaScript in an
 * image. Two specs are the same tag exactly if their canonical forms are equal.
 */
export function canonicalSpec(spec: TagSpec): TagSpec {
  const known: readonly string[] = KNOWN_PARAMETERS;
  return {
    trackerId: spec.trackerId,
    type: spec.type,
    loadedBy: spec.type === 'url' ? spec.loadedBy : loaderOf(spec.type),
    trackerName: WITH_COMMENTS.includes(spec.type) ? wellFormed(spec.trackerName) : null,
    cachebuster: visible(spec.cachebuster) || null,
    ancost: visible(spec.ancost) || null,
    extra: spec.extra
      .map(({ name, value }) => ({ name: visible(name) ?? '', value: visible(value) }))
      .filter(({ name }) => name !== '' && !known.includes(name)),
    redir: spec.redir === null ? null : canonicalRedir(spec.redir) || null,
    ampersands: IN_ATTRIBUTE.includes(spec.type) ? spec.ampersands : 'raw',
  };
}

/** The value of `t`: 1 answers with JavaScript, 2 with an image (seed). */
export function pixelTypeOf(spec: Pick<TagSpec, 'type' | 'loadedBy'>): 1 | 2 {
  const loader = spec.type === 'url' ? spec.loadedBy : loaderOf(spec.type);
  return loader === 'javascript' ? 1 : 2;
}

/** Whether two specs make the same tag. */
export function sameTag(one: TagSpec, other: TagSpec): boolean {
  return JSON.stringify(canonicalSpec(one)) === JSON.stringify(canonicalSpec(other));
}

function loaderOf(type: TagType): 'image' | 'javascript' {
  return type === 'javascript' ? 'javascript' : 'image';
}

const ASCII = /^[\0-\x7F]*$/;

// A surrogate without its other half cannot be sent in a URL.
function wellFormed(text: string | null): string | null {
  return text === null || ASCII.test(text) ? text : text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

// Nobody means what nobody sees: a zero-width space that was copied with a macro.
function visible(text: string | null): string | null {
  const formed = wellFormed(text);
  return formed === null || ASCII.test(formed)
    ? formed
    : formed.replace(/[\p{Default_Ignorable_Code_Point}\u00A0\u202F]/gu, '');
}
