import type { ButtonKit } from '../button/button-kit';
import type { Editable } from './field';

/** What our scripts in one frame have in common. */
interface FrameWorld {
  /** The script on every console page, as long as it watches (`take-over.ts`). */
  watch?: AbortController;
  /** What shows the small button, once it was brought. */
  kit?: ButtonKit;
  /** The field a person was in last. */
  remembered?: WeakRef<Editable>;
  /** Where the cursor was in editable elements, which forget it when they lose the focus. */
  readonly carets: WeakMap<Editable, Range>;
  /** The field whose small button was pressed, until the builder is there for it. */
  asked?: WeakRef<Editable>;
  /** The field whose context menu was opened last. */
  pointed?: WeakRef<Editable>;
  /** What a person sees as the fields of the builders that are open, by their tokens. */
  readonly fields: Map<string, HTMLElement>;
  /** Lets the focus go from the builder's frame, as the field is about to get it (`keep-focus.ts`). */
  letGo?: () => void;
  /** Whether the whole text of code editors can be read here; asked once. */
  reader?: Promise<boolean>;
  /** The script that reads and fills fields, if it is here (`hand.ts`). */
  hasHand?: true;
  /** Places the builder of a token as a message asks for it, where that script is here (`placer.ts`). */
  place?: (token: string, message: object) => void;
}

/**
 * They share one isolated world, which the page does not see. It stands under a symbol: under a name,
 * an element of the page with that id would stand in its place.
 */
const KEY: unique symbol = Symbol.for('piggyback');
const holder: { [KEY]?: FrameWorld } & typeof globalThis = globalThis;

export const frameWorld: FrameWorld = (holder[KEY] ??= {
  carets: new WeakMap(),
  fields: new Map(),
});
