import type { AdServer } from '../ad-server/ad-server';
import type { Edit, Severity, Values } from '../base/finding';
import type { Range } from '../base/range';
import type { PixelAddress } from '../pixel/read-address';
import type { PagePlace } from '../recording/page-look';
import type { Outcome, PixelRequest } from '../recording/pixel-request';
import type { FoundTag } from '../tag/read/reading';
import type { Tracker } from '../tracker/tracker';

type Words = string | ((values: Values) => string);

/** One thing that can be wrong, with its words. Each is a file of its own. */
export interface Rule {
  readonly code: string;
  /** What was seen. */
  readonly seen: Words;
  /** What a person does about it. */
  readonly next: Words;
}

/** What the page about a rule adds: no bundle carries it that shows findings alone. */
export interface About {
  /** Why it matters. */
  readonly why: string;
  /** A tag, an address or what happened, in which the rule finds something. */
  readonly bad: string;
  /** The same as it should be. */
  readonly good: string;
  /** The catalogue's id of the ad server whose tag the example is; any where it does not matter. */
  readonly server?: string;
}

/** A macro must stand in an address that is `written`, and be gone from one that was `fired`. */
export type Phase = 'written' | 'fired';

/** What a rule for an address may look at, wherever the address was met. */
export interface AddressContext {
  readonly phase: Phase;
  readonly url: PixelAddress;
  /** Where macros stand that are escaped in the text from which the address was read. */
  readonly hidden: readonly Range[];
  /** The `t` that what loads the address needs; `null` where that is not known. */
  readonly wantedType: '1' | '2' | null;
  /** The ad servers whose macros are known, people's own among them. */
  readonly servers: readonly AdServer[];
  /** Hosts at which people's own names lead to the service; none where there are none. */
  readonly ownHosts?: readonly string[] | undefined;
  /** The ad server that will serve the tag; `null` where nobody said, and once it was fired. */
  readonly server: AdServer | null;
  /** The tracker it should be of; `null` where any will do. */
  readonly expectedTrackerId: number | null;
  /** The person said that the cost macro is money per impression. */
  readonly costIsPerImpression: boolean;
  /** Code puts more of the address together when it runs. */
  readonly isComputed: boolean;
  /** Code puts something before it: the host, or the scheme. */
  readonly isFrontComputed: boolean;
  /** It stands in an `<amp-pixel>`, which fills in variables of AMP itself. */
  readonly isAmp: boolean;
  /** It was fired, and a server answered. */
  readonly isAnswered: boolean;
}

/** What a rule saw in an address. Ranges count from the address's start. */
export interface Sight {
  readonly at: Range;
  readonly values?: Values;
  /** Where it is another than the rule's. */
  readonly severity?: Severity;
  /** What would mend it. All that one rule mends in one address is mended at once. */
  readonly change?: Edit | null;
}

/** A rule for an address. `null` for a phase: there it is not said, for the reason its file gives. */
export interface AddressRule extends Rule {
  readonly kind: 'address';
  readonly written: Severity | null;
  readonly fired: Severity | null;
  /** `false` for one that finds nothing in an address of letters, digits and `_.~:/?&=-` alone, as nearly all are. */
  readonly isOfPlain?: false;
  readonly look: (context: AddressContext) => readonly Sight[];
}

/** What is known of the place a tag stands in, or is to stand in. */
export interface TagPlace {
  readonly servers: readonly AdServer[];
  /** Hosts at which people's own names lead to the service; none where there are none. */
  readonly ownHosts?: readonly string[] | undefined;
  /** The ad server that will serve the tag; `null` where nobody said. */
  readonly server: AdServer | null;
  /** `url` for a field that takes nothing but a URL. */
  readonly field: 'url' | 'any';
  /** The tracker the tag should be of; `null` where any will do. */
  readonly expectedTrackerId: number | null;
  /** The person said that the cost macro is money per impression. */
  readonly costIsPerImpression: boolean;
}

/** An element of a text whose content no browser loads anything of. */
export interface InertRange extends Range {
  readonly name: string;
}

/** What a rule for a tag may look at: one tag, the text it was read from, and its place. */
export interface TagContext extends TagPlace {
  readonly tag: FoundTag;
  /** The whole text, into which ranges point. */
  readonly text: string;
  /** Elements of it like `<template>`. */
  readonly inert: readonly InertRange[];
  /** The `t` that what holds the tag says it needs, where its carrier alone does not say. */
  readonly saidType: '1' | '2' | null;
  /** Of the whole text, without the white space around it. */
  readonly textLength: number;
}

/** What a rule saw of a tag. Ranges point into the text. */
export interface TagSight {
  readonly at: Range;
  readonly values?: Values;
  readonly repair?: readonly Edit[] | null;
}

/** A rule for how a tag is written and where it stands. */
export interface TagRule extends Rule {
  readonly kind: 'tag';
  readonly severity: Severity;
  readonly look: (context: TagContext) => TagSight | null;
}

/** What is remarked where a whole text or sheet is read; who reads it looks. */
export interface TextRule extends Rule {
  readonly kind: 'text' | 'sheet';
  readonly severity: Severity;
}

/** What a rule for a request may look at: one request, and what was recorded around it. */
export interface RequestContext {
  readonly request: PixelRequest;
  /** The tracker's id as a number; `null` if it is none. */
  readonly trackerId: number | null;
  /** The tracker with the request's id, if it is among those loaded from Monetize. */
  readonly tracker: Tracker | null;
  /** Whether any tracker was ever loaded here. */
  readonly trackersLoaded: boolean;
  /** Monetize was asked for this id, and shows none. */
  readonly trackerAbsent: boolean;
  /** The ad servers whose macros are known, people's own among them. */
  readonly servers: readonly AdServer[];
  /** Hosts at which people's own names lead to the service; none where there are none. */
  readonly ownHosts?: readonly string[] | undefined;
  /** An earlier request of this tracker carried the same cachebuster. */
  readonly cachebusterSeenBefore: boolean;
  /**
   * The how-manieth request of its tracker this is on its page view, of those that may have reached
   * the server and are no redirect's hop, counted from 1; `null` if it does not count.
   */
  readonly occurrence: number | null;
  /**
   * From which frame its tracker fired before on this page view: one of the same address, none of it, or `null`
   * where that is not known or it did not.
   */
  readonly firedBefore: 'same' | 'elsewhere' | null;
  /** How often its tracker may fire on a page view; 1 where nobody expects more, `Infinity` for any number. */
  readonly mostFired: number;
  /** Another tracker was called with the same cachebuster in an earlier document, and more often than by chance. */
  readonly cachebusterElsewhere: boolean;
  /** How many requests of this tracker in a row, up to this one, had a cachebuster one above the last. */
  readonly cachebusterSteps: number;
  /** How many in a row had one that differs from the last in its last two characters alone, and is no time. */
  readonly cachebusterAlike: number;
  /** The how-manieth hop of a redirect this is; 0 where none led here. */
  readonly hop: number;
  /** Its page was loaded ahead, and is not known to have been shown. */
  readonly isNeverShown?: boolean;
  /** It was under way as its recorder ended: nobody heard how it ended. */
  readonly isEndUnheard?: boolean;
}

/** A rule for a recorded request: the values of its remark, or `null`. */
export interface RequestRule extends Rule {
  readonly kind: 'request';
  readonly severity: Severity;
  /** The outcomes of which alone it speaks; of any where there are none. */
  readonly outcomes?: readonly Outcome[];
  readonly look: (context: RequestContext) => Values | null;
}

/** What a rule for an expected tracker may look at: how often it fired on a page view that has it, and had to. */
export interface ExpectedContext {
  readonly trackerId: number;
  readonly fired: number;
  readonly fewest: number;
}

/** A rule for what was expected of a tracker: the values of its remark, or `null`. */
export interface ExpectedRule extends Rule {
  readonly kind: 'expected';
  readonly severity: Severity;
  readonly look: (context: ExpectedContext) => Values | null;
}

/** What a rule for a page may look at: a tag that is on it, and of which no request was recorded. */
export interface PageContext {
  readonly place: PagePlace;
  readonly tag: FoundTag;
  /** The attribute of the place that holds it, in lower case; `null` for none. */
  readonly attribute: string | null;
  /** What the rules for tags say of it that speaks of its element: the values, by the rule's code. */
  readonly written: ReadonlyMap<string, Values>;
  /** The page itself says that it asked for this address. */
  readonly isAskedFor: boolean;
  /** Everything that the page asked for since it began to load should be among what was recorded. */
  readonly isAllRecorded: boolean;
}

/** A rule for a tag on a page that did not fire: the values of its reason, or `null`. */
export interface PageRule extends Rule {
  readonly kind: 'page';
  readonly severity: Severity;
  readonly look: (context: PageContext) => Values | null;
}
