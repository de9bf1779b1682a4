import { MAX_PAGE_PLACES, MAX_PLACE_CHARS } from '../base/limits';
import { z } from '../base/schema';

/** An attribute that names nothing of ours is cut at so many characters; a page's own names and paths, too. */
const MAX_PAGE_NAME = 300;
const MAX_PLACE_ATTRIBUTES = 30;
/** A text that is longer than a place goes on in another, so many characters before the end of this one. */
export const PLACE_OVERLAP = 2_000;
const MAX_ADDRESS = 10_000;

const nameSchema = z.string().check(z.maxLength(MAX_PAGE_NAME));
const textSchema = z.string().check(z.maxLength(MAX_PLACE_CHARS));

/** A place of a page in which something like a pixel's address stands. Nothing of it was loaded to read it. */
const PagePlaceSchema = z.object({
  /** `element` for what stands in its attributes. */
  kind: z.enum(['element', 'comment', 'text']),
  /** The element's name; of a text, that of the element around it; empty for none. */
  name: nameSchema,
  /** Of that element. */
  attributes: z
    .array(z.object({ name: nameSchema, value: textSchema }))
    .check(z.maxLength(MAX_PLACE_ATTRIBUTES)),
  /** The comment or the text; of an element that is a script, how its text begins. */
  text: textSchema,
  /** It goes on beyond what is here. */
  isCut: z.boolean(),
  /** The address of the document that it stands in. */
  frameUrl: z.string().check(z.maxLength(MAX_ADDRESS)),
  /** Where it stands in that: the names of the elements around it. */
  path: nameSchema,
  inTemplate: z.boolean(),
  /** Nothing of the page stands behind it. */
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
  url: z.string().check(z.maxLength(MAX_ADDRESS)),
  /** Milliseconds since 1970, UTC: when the document began to load. */
  loadedAt: z.number(),
  places: z.array(PagePlaceSchema).check(z.maxLength(MAX_PAGE_PLACES)),
  /** The addresses of the documents that were read. */
  documents: z
    .array(z.string().check(z.maxLength(MAX_ADDRESS)))
    .check(z.maxLength(MAX_PAGE_PLACES)),
  /** Addresses of pixels that these documents asked for, by their own word, with the moment if the browser says it. */
  asked: z.array(z.string().check(z.maxLength(MAX_ADDRESS))).check(z.maxLength(MAX_PAGE_PLACES)),
  /** Frames that it may not look into. */
  closedFrames: z.number(),
  /** There is more than is read of one page. */
  isCut: z.boolean(),
  /** What could not be read, since the page threw instead. */
  failures: z.number(),
  /** What of the browser the page has put something else in the place of, such as `firstChild`. */
  replaced: z.array(nameSchema).check(z.maxLength(MAX_PAGE_NAME)),
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
  const places = parts.flatMap((part) => part.places);
  const closed = parts.reduce((sum, part) => sum + part.closedFrames, 0);
  return {
    url: main.url,
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
