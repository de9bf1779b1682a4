import { type Markup, readMarkup } from '../../../core/trial/markup';
import { TrialElement, elementOf } from './element';
import { TrialNode, fragmentNode, textNode } from './nodes';
import { findAll } from './selectors';

/** The document that a tag is tried in. */
export class TrialDocument extends TrialNode {
  readonly documentElement = new TrialElement('html');
  readonly head = new TrialElement('head');
  readonly body = new TrialElement('body');
  readonly compatMode = 'CSS1Compat';
  readonly characterSet = 'UTF-8';
  readonly contentType = 'text/html';
  readonly visibilityState = 'visible';
  readonly hidden = false;
  readonly referrer = '';
  readonly domain = 'page.invalid';
  title = '';
  cookie = '';
  readyState = 'loading';
  currentScript: TrialElement | null = null;
  #place: TrialNode | null = null;
  #written = '';

  constructor() {
    super(9, '#document');
    this.appendChild(this.documentElement);
    this.documentElement.append(this.head, this.body);
  }

  /** Puts a text in as a browser does that reads it: piece by piece, each script run where it stands. */
  take(text: string): void {
    this.#put(readMarkup(text), this.body, null);
  }

  #put(markup: readonly Markup[], parent: TrialNode, before: TrialNode | null): void {
    for (const piece of markup) {
      if (piece.kind !== 'element') {
        parent.insertBefore(textNode(piece.text, piece.kind === 'comment'), before);
        continue;
      }
      const element = elementOf(piece);
      const isScript = piece.name === 'script';
      // The text of scripts and styles is theirs before they are looked at.
      if (isScript || piece.name === 'style') {
        for (const child of piece.children) {
          if (child.kind === 'text') element.appendChild(textNode(child.text));
        }
        element.isDone = isScript && !piece.isClosed;
        const next = textNode('');
        parent.insertBefore(next, before);
        this.#place = next;
        parent.insertBefore(element, next);
        this.#flush();
        this.#place = null;
        continue;
      }
      parent.insertBefore(element, before);
      if (piece.name !== 'template') this.#put(piece.children, element, null);
    }
  }

  /** What is written comes right behind the script that writes it; piece by piece, once a piece is whole. */
  write(...parts: unknown[]): void {
    this.#written += parts.map(String).join('');
    const isWhole =
      this.#written.lastIndexOf('<') < this.#written.lastIndexOf('>') &&
      count(this.#written, /<script\b/gi) <= count(this.#written, /<\/script/gi);
    if (isWhole) this.#flush();
  }

  writeln(...parts: unknown[]): void {
    this.write(...parts, '\n');
  }

  #flush(): void {
    const text = this.#written;
    this.#written = '';
    if (text === '') return;
    const place = this.#place;
    this.#put(readMarkup(text), place?.parentNode ?? this.body, place);
    this.#place = place;
  }

  open(): this {
    return this;
  }

  close(): void {
    this.#flush();
  }

  createElement(name: unknown): TrialElement {
    return new TrialElement(String(name).toLowerCase());
  }

  createElementNS(_space: unknown, name: unknown): TrialElement {
    return this.createElement(name);
  }

  createTextNode(text: unknown): TrialNode {
    return textNode(String(text));
  }

  createComment(text: unknown): TrialNode {
    return textNode(String(text), true);
  }

  createDocumentFragment(): TrialNode {
    return fragmentNode();
  }

  createEvent(): Event {
    return new Event('event');
  }

  getElementById(id: unknown): TrialNode | null {
    return findAll(this, '*').find((element) => element.getAttribute('id') === String(id)) ?? null;
  }

  querySelector(selector: unknown): TrialNode | null {
    return findAll(this, String(selector))[0] ?? null;
  }

  querySelectorAll(selector: unknown): readonly TrialNode[] {
    return findAll(this, String(selector));
  }

  getElementsByTagName(name: unknown): readonly TrialNode[] {
    return findAll(this, String(name));
  }

  getElementsByClassName(name: unknown): readonly TrialNode[] {
    return findAll(this, `.${String(name)}`);
  }

  getElementsByName(name: unknown): readonly TrialNode[] {
    return findAll(this, `[name="${String(name)}"]`);
  }

  get scripts(): readonly TrialNode[] {
    return findAll(this, 'script');
  }

  get images(): readonly TrialNode[] {
    return findAll(this, 'img');
  }

  get forms(): readonly TrialNode[] {
    return findAll(this, 'form');
  }

  get defaultView(): unknown {
    return globalThis;
  }

  hasFocus(): boolean {
    return true;
  }

  execCommand(): boolean {
    return false;
  }
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
