import { browser } from 'wxt/browser';

import { AppError } from '../core/errors';
import { z } from '../core/schema';
import { type PutOutcome, PutOutcomeSchema, type PutWhere } from '../core/tag/field-transfer';

const BUILDER_FILE = '/content-scripts/tag-builder.js';
const FIELD_FILE = '/content-scripts/tag-insert.js';

/** The builder needs this much, in CSS pixels; a smaller frame would cut it off. */
const LEAST = { width: 360, height: 420 };

const RoomSchema = z.object({ width: z.number(), height: z.number(), isForeign: z.boolean() });

/**
 * Opens the builder for the field of a frame: in that frame, or, where the frame is too small for it
 * or of another origin than the page, in the top frame, which is told where the field is
 * (`fieldElsewhere`). Where the top frame is closed to us the builder opens inside after all.
 */
export async function openInBestFrame(tabId: number, frameId: number): Promise<void> {
  if (frameId === 0 || (await hasRoom(tabId, frameId))) return openIn(tabId, frameId);
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [FIELD_FILE],
    });
    await openIn(tabId, 0, frameId);
  } catch {
    await openIn(tabId, frameId);
  }
}

/** The field that a person was last in, in one frame of a tab. */
export function remoteField(tabId: number, frameId: number) {
  const ask = (message: object): Promise<unknown> =>
    browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => null);
  return {
    /** What the field holds; empty where there is none. */
    async read(): Promise<string> {
      const text = await ask({ piggyback: 'field.read' });
      return typeof text === 'string' ? text : '';
    },
    async put(text: string, where: PutWhere): Promise<PutOutcome> {
      const outcome = PutOutcomeSchema.safeParse(
        await ask({ piggyback: 'field.put', text, where }),
      );
      return outcome.success ? outcome.data : 'refused';
    },
  };
}

async function openIn(tabId: number, frameId: number, fieldFrameId: number | null = null) {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, func: noteFieldFrame, args: [fieldFrameId] });
    await browser.scripting.executeScript({ target, files: [BUILDER_FILE] });
  } catch (error) {
    throw new AppError('page-closed-to-extensions', {
      ...(error instanceof Error && { detail: error.message }),
    });
  }
}

async function hasRoom(tabId: number, frameId: number): Promise<boolean> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, func: measureFrame })
    .catch(() => []);
  const room = RoomSchema.safeParse(results[0]?.result);
  if (!room.success) return true;
  const { width, height, isForeign } = room.data;
  return !isForeign && width >= LEAST.width && height >= LEAST.height;
}

// Both run in the page, so they can use nothing from outside themselves.
function measureFrame() {
  let isForeign = true;
  try {
    isForeign = window.top?.location.origin !== location.origin;
  } catch {
    // Another origin's address cannot be read.
  }
  return { width: innerWidth, height: innerHeight, isForeign };
}

function noteFieldFrame(frameId: number | null) {
  Reflect.set(globalThis, 'piggybackFieldFrame', frameId);
}
