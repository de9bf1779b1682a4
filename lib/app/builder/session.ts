import { z } from '../../core/base/schema';
import { BuilderStateSchema, WINDOW_REASONS } from '../../core/console/builder-state';
import { FieldCluesSchema } from '../../core/console/field-transfer';
import type { HandlerContext } from '../../messaging/wire/answer';

/** The one page that speaks for a builder: a frame's document, or a window's. */
const HolderSchema = z.object({
  tabId: z.number(),
  frameId: z.number(),
  documentId: z.nullable(z.string()),
});

/** An opened builder: which field it is of, and which page may speak for it. */
export const BuilderSessionSchema = z.object({
  token: z.string(),
  /** The tab and frame of the field. */
  tabId: z.number(),
  fieldFrameId: z.number(),
  /** The frame in whose page the builder's own frame stands; `null` for a small window. */
  placeFrameId: z.nullable(z.number()),
  /** The first page that began with the token; no other may. */
  holder: z.nullable(HolderSchema),
  /** The advertiser it began with; `null` before, or where none was chosen. */
  advertiserId: z.nullable(z.number()),
  field: z.nullable(FieldCluesSchema),
  scheme: z.nullable(z.enum(['light', 'dark'])),
  /** Addresses of the field's frame and, where we may see it, of the tab. */
  url: z.string(),
  pageUrl: z.nullable(z.string()),
  state: z.nullable(BuilderStateSchema),
  /** The advertiser that the state was chosen for. */
  stateOf: z.nullable(z.number()),
  /** Whether the state is gone on with as it is; else only its tracker. */
  isResumed: z.boolean(),
  window: z.nullable(z.enum(WINDOW_REASONS)),
});
export type BuilderSession = z.infer<typeof BuilderSessionSchema>;

/** So many are kept at once; the oldest are those of pages that have gone. */
const MOST_SESSIONS = 40;

/** The list with this one in front, in place of the one with its token. */
export function withBuilder(
  all: readonly BuilderSession[],
  session: BuilderSession,
): readonly BuilderSession[] {
  const others = all.filter(({ token }) => token !== session.token);
  return [session, ...others].slice(0, MOST_SESSIONS);
}

/**
 * The session as it is once this sender speaks for it; `null` where it may not: another page has
 * begun already, or it does not stand where the builder was put.
 */
export function claimed(session: BuilderSession, sender: HandlerContext): BuilderSession | null {
  const { tabId, frameId, documentId } = sender;
  if (tabId === null || frameId === null) return null;
  const { holder, placeFrameId } = session;
  if (holder) {
    const isSame =
      holder.tabId === tabId && holder.frameId === frameId && holder.documentId === documentId;
    return isSame ? session : null;
  }
  const isInPlace = placeFrameId === null ? frameId === 0 : frameId > 0 && tabId === session.tabId;
  return isInPlace ? { ...session, holder: { tabId, frameId, documentId } } : null;
}
