import { render } from 'preact';

import type { Delivery } from '@/lib/core/console/delivery';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TagSpec } from '@/lib/core/tag/tag-spec';
import type { Ref } from '@/lib/core/tracker/tracker';
import { builderText } from '@/lib/text/builder/builder';
import { embedText } from '@/lib/text/builder/embed';

import { type Asked, ATTRIBUTES, GOVERNS, readAsked, TRACKER_ATTRIBUTES } from './attributes';
import { copyText } from './clipboard';
import { EmbedView } from './EmbedView';
import { type Kept, readKept, readTrackers } from './guards';
import { type MadeTag, makeTag, type TagProblem } from './made-tag';
import { nameParts } from './parts';
import { ReflectedElement } from './reflected-element';
import { styleSheetFor } from './styles';
import { upgradeProperties } from './upgrade-properties';

export type { TagProblem } from './made-tag';

/** The name under which `define` registers the element. */
export const TAG_NAME = 'imptr-tag-builder';

/** What the events carry. */
export interface TagDetail {
  readonly tag: string;
  readonly spec: TagSpec | null;
  readonly valid: boolean;
  readonly problems: readonly TagProblem[];
}

/**
 * `<imptr-tag-builder>`: builds the pixel tag of an impression tracker in any page, with no extension
 * round about. A form control whose value is the tag. Every attribute, event and part is described
 * in docs/embed.md. The class registers nothing by itself; `define` does.
 */
export class ImptrTagBuilder extends ReflectedElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ATTRIBUTES;

  /** Registers the element; does nothing where the name is taken, so that two scripts may both do it. */
  static define(name: string = TAG_NAME, registry: CustomElementRegistry = customElements): void {
    if (!registry.get(name)) registry.define(name, this);
  }

  readonly #internals = this.attachInternals();
  readonly #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #given: readonly Ref[] | null = null;
  #live: Kept = readAsked(() => null, null);
  #made: MadeTag = makeTag(this.#live);
  #disabled = false;
  #saidByPage = '';

  constructor() {
    super();
    nameParts();
    // The inner fields' own events would leave the shadow tree; those of the element follow below.
    this.#root.addEventListener('input', (event) => event.stopPropagation());
  }

  get trackers(): readonly Ref[] {
    return this.#asked().trackers;
  }
  set trackers(trackers: readonly Ref[] | null) {
    this.#given = trackers === null || trackers === undefined ? null : readTrackers(trackers);
    this.#trackersChanged();
  }

  /** The tag's text as it stands now; empty without a tracker, or while it would not work. */
  get value(): string {
    return this.#made.tag;
  }
  /** What the tag says; `null` without a tracker. */
  get spec(): TagSpec | null {
    return this.#made.spec;
  }
  get problems(): readonly TagProblem[] {
    return this.#made.problems;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get labels(): NodeList {
    return this.#internals.labels;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }
  setCustomValidity(message: string): void {
    this.#saidByPage = message;
    this.#validate();
  }

  connectedCallback(): void {
    upgradeProperties(this);
    this.#root.adoptedStyleSheets = [styleSheetFor(this.ownerDocument)];
    this.#refresh();
  }

  disconnectedCallback(): void {
    render(null, this.#root);
  }

  attributeChangedCallback(name: string): void {
    if (name === 'trackers') return this.#trackersChanged();
    const asked = this.#asked();
    const { tracker, choices } = this.#live;
    this.#live = {
      tracker: TRACKER_ATTRIBUTES.includes(name) ? asked.tracker : tracker,
      choices: { ...choices, ...pick(asked.choices, GOVERNS[name] ?? []) },
    };
    this.#refresh();
  }

  formAssociatedCallback(): void {
    this.#refresh();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.#refresh();
  }

  formResetCallback(): void {
    const { tracker, choices } = this.#asked();
    this.#live = { tracker, choices };
    this.#refresh();
  }

  formStateRestoreCallback(state: unknown): void {
    const kept = typeof state === 'string' ? readKept(state) : null;
    if (kept) this.#live = kept;
    this.#refresh();
  }

  #asked(): Asked {
    return readAsked((name) => this.getAttribute(name), this.#given);
  }

  // A list that comes anew, as with each render of a framework, keeps the tracker chosen from it.
  #trackersChanged(): void {
    const asked = this.#asked();
    const chosen = asked.trackers.find(({ id }) => id === this.#live.tracker?.id);
    this.#live = { ...this.#live, tracker: chosen ?? asked.tracker };
    this.#refresh();
  }

  #chosen(part: Partial<Kept>): void {
    const before = JSON.stringify(this.#made);
    this.#live = { ...this.#live, ...part };
    this.#refresh();
    if (JSON.stringify(this.#made) === before) return;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.#tell('tag-change', this.#detail());
  }

  #refresh(): void {
    this.#made = makeTag(this.#live);
    this.#internals.setFormValue(this.#made.tag || null, JSON.stringify(this.#live));
    if (this.isConnected) render(this.#view(), this.#root);
    this.#validate();
  }

  #validate(): void {
    const anchor = this.#root.querySelector<HTMLElement>('input, select, textarea') ?? undefined;
    const error = this.#made.problems.find(({ severity }) => severity === 'error');
    if (this.#saidByPage) {
      this.#internals.setValidity({ customError: true }, this.#saidByPage, anchor);
    } else if (error) {
      this.#internals.setValidity({ customError: true }, error.text, anchor);
    } else if (this.required && !this.#made.tag) {
      this.#internals.setValidity({ valueMissing: true }, embedText.valueMissing, anchor);
    } else {
      this.#internals.setValidity({});
    }
  }

  #detail(): TagDetail {
    const { tag, spec, problems } = this.#made;
    return { tag, spec, problems, valid: tag !== '' && this.#internals.validity.valid };
  }

  // Whether nobody prevented it.
  #tell(type: string, detail: TagDetail, cancelable = false): boolean {
    const options = { bubbles: true, composed: true, cancelable, detail };
    return this.dispatchEvent(new CustomEvent(type, options));
  }

  async #copy(tag: string): Promise<Delivery> {
    if (!(await copyText(tag, this.ownerDocument))) return 'copy-failed';
    this.#tell('tag-copy', this.#detail());
    return 'done';
  }

  // A page that takes the tag prevents the default, which is to copy it for pasting by hand.
  async #insert(tag: string): Promise<Delivery> {
    if (!this.#tell('tag-insert', this.#detail(), true)) return 'handed-over';
    return (await copyText(tag, this.ownerDocument)) ? 'not-inserted' : 'copy-failed';
  }

  readonly #copyAction = (tag: string) => this.#copy(tag);
  readonly #insertAction = (tag: string) => this.#insert(tag);

  #view() {
    const labels = [...this.#internals.labels].map((label) => label.textContent?.trim());
    return (
      <EmbedView
        live={this.#live}
        trackers={this.trackers}
        title={this.label}
        name={this.label || labels.join(', ') || builderText.title}
        disabled={this.#disabled}
        onTracker={(tracker) => this.#chosen({ tracker })}
        onChoices={(choices: TagChoices) => this.#chosen({ choices })}
        onCopy={this.#copyAction}
        onInsert={this.insert ? this.#insertAction : null}
      />
    );
  }
}

function pick<T extends object>(from: T, keys: readonly (keyof T)[]): Partial<T> {
  const picked: Partial<T> = {};
  for (const key of keys) picked[key] = from[key];
  return picked;
}
