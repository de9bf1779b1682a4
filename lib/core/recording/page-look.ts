import { MAX_PAGE_PLACES, MAX_PLACE_CHARS } from '../base/limits';
import { z } from '../base/schema';
import { withoutSignIn } from './without-sign-in';

/** A text that is longer than a place goes on in another, so many characters before the end of this one. */
export const PLACE_OVERLAP = 2_000;

/** How much of a page its reader gives. Lengths are in characters. */
export const PAGE_LIMITS = {
  /** Nodes of all documents that are looked at. */
  nodes: 500_000,
  places: MAX_PAGE_PLACES,
  text: MAX_PLACE_CHARS,
  overlap: PLACE_OVERLAP,
  /** Of a name, a path, and a value in which nothing of ours stands. */
  name: 300,
  attributes: 30,
  address: 10_000,
} as const;
export type PageLimits = typeof PAGE_LIMITS;

const nameSchema = z.string().check(z.maxLength(PAGE_LIMITS.name));
const textSchema = z.string().check(z.maxLength(PAGE_LIMITS.text));
const addressSchema = z.string().check(z.maxLength(PAGE_LIMITS.address));

// The reader gives its lists as objects: a page may have put traps into what every array inherits.
function listOf<T>(schema: z.ZodMiniType<T>, most: number) {
  const values = z.transform((told: unknown) =>
    typeof told === 'object' && told !== null ? Object.values(told) : told,
  );
  return z.pipe(values, z.array(schema).check(z.maxLength(most)));
}

/** A place of a page in which something like a pixel's address stands. Nothing of it was loaded to read it. */
const PagePlaceSchema = z.object({
  /** `element` for what stands in its attributes. */
  kind: z.enum(['element', 'comment', 'text']),
  /** The element's name; of a text, that of the element around it; empty for none. */
  name: nameSchema,
  /** Of that element. */
  attributes: listOf(z.object({ name: nameSchema, value: textSchema }), PAGE_LIMITS.attributes),
  /** The comment or the text; of an element that is a script, how its text ends. */
  text: textSchema,
  /** It goes on beyond what is here. */
  isCut: z.boolean(),
  /** The address of the document that it stands in. */
  frameUrl: addressSchema,
  /** Where it stands in that: the names of the elements around it. */
  path: nameSchema,
  inTemplate: z.boolean(),
  /** A script behind which nothing of the page stands, or the text of one. */
  isLast: z.boolean(),
  /** It has a box on the page; `null` for what is no element. */
  isDisplayed: z.nullable(z.boolean()),
  /** So many pixels below what is seen of its frame; 0 in sight; `null` where that is not known. */
  below: z.nullable(z.number()),
  /** The image has come; `null` for what is no image. */
  isLoaded: z.nullable(z.boolean()),
});
export type PagePlace = z.infer<typeof PagePlaceSchema>;

/** What a document tells of itself and of the frames in it that it may look into. */
const PagePartSchema = z.object({
  url: addressSchema,
  /** Milliseconds since 1970, UTC: when the document began to load. */
  loadedAt: z.number(),
  places: listOf(PagePlaceSchema, PAGE_LIMITS.places),
  /** The addresses of the documents that were read. */
  documents: listOf(addressSchema, PAGE_LIMITS.places),
  /** Addresses of pixels that these documents asked for, by their own word. */
  asked: listOf(addressSchema, PAGE_LIMITS.places),
  /** Frames that it may not look into. */
  closedFrames: z.number(),
  /** There is more than is read of one page. */
  isCut: z.boolean(),
  /** What could not be read, since the page threw instead. */
  failures: z.number(),
  /** What of the browser the page has put something else in the place of, such as `firstChild`. */
  replaced: listOf(nameSchema, PAGE_LIMITS.name),
});
export type PagePart = z.infer<typeof PagePartSchema>;

/** What was found on a page, in all its frames that could be read, at one moment. */
export interface PageLook extends Omit<PagePart, 'documents'> {
  /** Milliseconds since 1970, UTC. */
  readonly readAt: number;
}

/** What a part of a page told; `null` where it is none, or more than may be. */
export function readPagePart(told: unknown): PagePart | null {
  return PagePartSchema.safeParse(told).data ?? null;
}

/** The parts of one page as one: `main` is the page itself, `frames` are the documents that it could not look into. */
export function joinParts(main: PagePart, frames: readonly PagePart[], readAt: number): PageLook {
  const parts = [main, ...frames];
  const places = parts.flatMap((part) =>
    part.places.map((place) => ({ ...place, frameUrl: withoutSignIn(place.frameUrl) })),
  );
  const closed = parts.reduce((sum, part) => sum + part.closedFrames, 0);
  return {
    url: withoutSignIn(main.url),
    loadedAt: main.loadedAt,
    readAt,
    places: places.slice(0, MAX_PAGE_PLACES),
    asked: [...new Set(parts.flatMap((part) => part.asked))],
    closedFrames: Math.max(0, closed - frames.length),
    isCut: places.length > MAX_PAGE_PLACES || parts.some((part) => part.isCut),
    failures: parts.reduce((sum, part) => sum + part.failures, 0),
    replaced: [...new Set(parts.flatMap((part) => part.replaced))],
  };
}
