// The public types of `imptr-tag-builder`, written by hand so that they stand alone. A test holds
// them to the class: test/unit/components/embed/published-types.test.ts.

/** How a tag loads the pixel. */
export type TagType = 'image' | 'javascript' | 'url' | 'vast' | 'native' | 'amp';

/** An impression tracker of Microsoft Monetize: its id, and its name as it stands in the tag's comment. */
export interface TrackerRef {
  readonly id: number;
  readonly name: string;
}

/** Everything a tag says. */
export interface TagSpec {
  readonly trackerId: number;
  readonly type: TagType;
  /** What calls a bare URL. */
  readonly loadedBy: 'image' | 'javascript';
  /** The name in the comments round the tag; `null` where it has none. */
  readonly trackerName: string | null;
  readonly cachebuster: string | null;
  /** Money paid for one impression: a macro or a plain number. */
  readonly ancost: string | null;
  readonly extra: readonly { readonly name: string; readonly value: string | null }[];
  readonly redir: string | null;
  /** How `&` is written inside an attribute. */
  readonly ampersands: 'raw' | 'escaped';
}

/** A remark on the tag. */
export interface TagProblem {
  readonly code: string;
  /** `error`: the tag would not work as it stands; there is none then, and the control is invalid. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

/** What the events carry. */
export interface TagDetail {
  /** The tag's text; empty where there is none. */
  readonly tag: string;
  readonly spec: TagSpec | null;
  /** Whether there is a tag and the control is valid. */
  readonly valid: boolean;
  readonly problems: readonly TagProblem[];
}

/** The element's own events. All bubble and cross shadow boundaries. */
export interface TagEventMap {
  'tag-change': CustomEvent<TagDetail>;
  'tag-copy': CustomEvent<TagDetail>;
  'tag-insert': CustomEvent<TagDetail>;
}

/** The name under which `define` registers the element. */
export declare const TAG_NAME: 'imptr-tag-builder';

/** `<imptr-tag-builder>`: a form control whose value is the pixel tag of an impression tracker. */
export declare class ImptrTagBuilder extends HTMLElement {
  static readonly formAssociated: true;
  static readonly observedAttributes: readonly string[];
  /** Registers the element. Does nothing where the name is taken. */
  static define(name?: string, registry?: CustomElementRegistry): void;

  get trackerId(): number | null;
  set trackerId(id: number | null);
  get trackerName(): string;
  set trackerName(name: string | null);
  /** What the person may choose from; `null` goes back to the attribute. */
  get trackers(): readonly TrackerRef[];
  set trackers(trackers: readonly TrackerRef[] | null);

  /** The id of an ad server of the catalogue. */
  get adServer(): string | null;
  set adServer(id: string | null);
  /** `null`: what suits the ad server. */
  get type(): TagType | null;
  set type(type: TagType | null);
  get loadedBy(): 'image' | 'javascript';
  set loadedBy(by: 'image' | 'javascript' | null);
  get cachebuster(): string;
  set cachebuster(macro: string | null);
  /** `null` leaves the cost out; `''` takes the ad server's own macro. */
  get cost(): string | null;
  set cost(cost: string | null);
  get costPerImpression(): boolean;
  set costPerImpression(on: boolean);
  get withConsent(): boolean;
  set withConsent(on: boolean);
  get redir(): string;
  set redir(url: string | null);
  get comments(): boolean;
  set comments(on: boolean);
  get ampersands(): 'raw' | 'escaped';
  set ampersands(written: 'raw' | 'escaped' | null);

  get label(): string;
  set label(label: string | null);
  get insert(): boolean;
  set insert(on: boolean);
  get name(): string;
  set name(name: string | null);
  get required(): boolean;
  set required(on: boolean);
  get disabled(): boolean;
  set disabled(on: boolean);

  /** The tag's text as it stands now; empty where there is none, or it would not work. */
  get value(): string;
  get spec(): TagSpec | null;
  get problems(): readonly TagProblem[];

  get form(): HTMLFormElement | null;
  get labels(): NodeList;
  get validity(): ValidityState;
  get validationMessage(): string;
  get willValidate(): boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Makes the control invalid with a message of the page's own; `''` takes it back. */
  setCustomValidity(message: string): void;

  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string): void;
  formAssociatedCallback(): void;
  formDisabledCallback(disabled: boolean): void;
  formResetCallback(): void;
  formStateRestoreCallback(state: unknown): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'imptr-tag-builder': ImptrTagBuilder;
  }
  interface HTMLElementEventMap extends TagEventMap {}
  interface DocumentEventMap extends TagEventMap {}
}
