import type { Range } from '../../base/range';
import type { PixelAddress } from '../../pixel/read-address';
import type { TagSpec, TagType } from '../tag-spec';
import type { Edit } from '../../base/finding';
import type { Carrier } from './find-urls';
import type { Layer } from './layers/layer';
import type { MappedText } from './mapped-text';
import type { AmpersandFault, Notation } from './notation';
import type { PasteDamage } from './paste';

/** An impression tracker's tag as it was found in a text. Ranges point into that text. */
export interface FoundTag extends Range {
  readonly carrier: Carrier;
  readonly type: TagType;
  /** Everything of the tag: `start` and `end` take in its comments, `element` does not. */
  readonly element: Range;
  readonly urlRange: Range;
  /** The URL as it is meant: what its place escapes is decoded. */
  readonly url: PixelAddress;
  /** Where the units of the decoded URL stand in the text. */
  readonly urlText: MappedText;
  readonly notation: Notation;
  /** What is escaped around its place, outermost first: a string of JSON, XML. */
  readonly within: readonly Layer[];
  /** Macros of the decoded URL that are escaped where the ad server looks for them. */
  readonly hiddenMacros: readonly Range[];
  /** What stands beside it may be a part of it: nobody knows where it ends. */
  readonly isDoubtful: boolean;
  readonly ampersands: 'raw' | 'escaped';
  readonly ampersandFault: AmpersandFault | null;
  readonly quoted: boolean;
  /** Code puts more of the URL together when it runs: `"…&cachebuster=" + Date.now()`. */
  readonly isComputed: boolean;
  /** Code puts something before it: `host + "/imptr?…"`. */
  readonly isFrontComputed: boolean;
  /** The end of its HTML is missing. */
  readonly isCutOff: boolean;
  /** Inside a comment of HTML, of code or of a template: no browser will call it. */
  readonly inComment: boolean;
  readonly inNoscript: boolean;
  readonly trackerName: string | null;
  /** What the tag says; `null` where it has no tracker's id. */
  readonly spec: TagSpec | null;
}

/** What copying did to a text, or to a text inside of it, and what undoes it. */
export interface Damage {
  readonly kind: PasteDamage;
  readonly at: Range;
  readonly repair: readonly Edit[];
}

/** Everything that was found in a text. */
export interface TagReading {
  readonly text: string;
  readonly tags: readonly FoundTag[];
  /** Impression trackers' comments, wherever they stand. */
  readonly comments: readonly Range[];
  /** Click trackers of the service: they count clicks and are left alone. */
  readonly clickTrackers: readonly Range[];
  /** Other vendors' images and scripts: left alone. */
  readonly others: readonly Range[];
  readonly damage: readonly Damage[];
}
