import { TAG_TYPES, type TagType } from '@/lib/core/tag/tag-spec';

import { oneOf } from './attributes';
import { readTrackerId } from './guards';

// Where there is no DOM, as on a server that only prerenders, the module must still load.
const Base: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? Object;

/**
 * The attributes of the element as properties, each the mirror of the other. They are what the page
 * asks for; what a person chose since is in `value` and `spec`.
 */
export class ReflectedElement extends Base {
  get trackerId(): number | null {
    return readTrackerId(this.getAttribute('tracker-id'));
  }
  set trackerId(id: number | null) {
    this.#write('tracker-id', id);
  }

  get trackerName(): string {
    return this.getAttribute('tracker-name') ?? '';
  }
  set trackerName(name: string | null) {
    this.#write('tracker-name', name);
  }

  get adServer(): string | null {
    return this.getAttribute('ad-server');
  }
  set adServer(id: string | null) {
    this.#write('ad-server', id);
  }

  get type(): TagType | null {
    return oneOf(TAG_TYPES, this.getAttribute('type'));
  }
  set type(type: TagType | null) {
    this.#write('type', type);
  }

  get loadedBy(): 'image' | 'javascript' {
    return this.getAttribute('loaded-by') === 'javascript' ? 'javascript' : 'image';
  }
  set loadedBy(by: 'image' | 'javascript' | null) {
    this.#write('loaded-by', by);
  }

  get cachebuster(): string {
    return this.getAttribute('cachebuster') ?? '';
  }
  set cachebuster(macro: string | null) {
    this.#write('cachebuster', macro);
  }

  get cost(): string | null {
    return this.getAttribute('cost');
  }
  set cost(cost: string | null) {
    this.#write('cost', cost);
  }

  get costPerImpression(): boolean {
    return this.hasAttribute('cost-per-impression');
  }
  set costPerImpression(on: boolean) {
    this.toggleAttribute('cost-per-impression', Boolean(on));
  }

  get withConsent(): boolean {
    return this.hasAttribute('with-consent');
  }
  set withConsent(on: boolean) {
    this.toggleAttribute('with-consent', Boolean(on));
  }

  get redir(): string {
    return this.getAttribute('redir') ?? '';
  }
  set redir(url: string | null) {
    this.#write('redir', url);
  }

  get comments(): boolean {
    return this.getAttribute('comments') !== 'false';
  }
  set comments(on: boolean) {
    this.#write('comments', on === false ? 'false' : null);
  }

  get ampersands(): 'raw' | 'escaped' {
    return this.getAttribute('ampersands') === 'escaped' ? 'escaped' : 'raw';
  }
  set ampersands(written: 'raw' | 'escaped' | null) {
    this.#write('ampersands', written);
  }

  get label(): string {
    return this.getAttribute('label') ?? '';
  }
  set label(label: string | null) {
    this.#write('label', label);
  }

  get insert(): boolean {
    return this.hasAttribute('insert');
  }
  set insert(on: boolean) {
    this.toggleAttribute('insert', Boolean(on));
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string | null) {
    this.#write('name', name);
  }

  get required(): boolean {
    return this.hasAttribute('required');
  }
  set required(on: boolean) {
    this.toggleAttribute('required', Boolean(on));
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(on: boolean) {
    this.toggleAttribute('disabled', Boolean(on));
  }

  // Frameworks take a property away by setting it to `null` or `undefined`.
  #write(attribute: string, value: string | number | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, String(value));
  }
}
