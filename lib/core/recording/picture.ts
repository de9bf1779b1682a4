import { MAX_PICTURE_CHARS } from '../base/limits';
import { z } from '../base/schema';

/** A picture as a `data:` URL: JPEG or PNG, in base64 and in nothing else. */
export const ImageSchema = z
  .string()
  .check(
    z.maxLength(MAX_PICTURE_CHARS),
    z.regex(/^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/),
  );

/** A screenshot of a page, kept with the verification it belongs to. */
export const PictureSchema = z.object({
  id: z.string(),
  /** The page's address at that moment, without a sign-in. */
  url: z.string().check(z.maxLength(100_000)),
  /** Milliseconds since 1970, UTC: when it was asked for. */
  takenAt: z.number(),
  /** The SHA-256 of the picture's bytes. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  image: ImageSchema,
});
export type Picture = z.infer<typeof PictureSchema>;

/** Why there is no screenshot of a page; `lib/text/verification/pictures.ts` has the words. */
export const NO_PICTURE = [
  'not-allowed',
  'not-in-front',
  'no-page',
  'page-changed',
  'no-answer',
  'too-large',
  'too-many',
  'failed',
  'not-open',
  'other-recording',
  'deleted',
  'from-file',
  'left-out',
] as const;
export type NoPicture = (typeof NO_PICTURE)[number];

/** What the browser gave of a tab: a picture, or why there is none. */
export const CapturedSchema = z.union([
  z.object({ image: ImageSchema }),
  z.object({ why: z.enum(NO_PICTURE) }),
]);
export type Captured = z.infer<typeof CapturedSchema>;
