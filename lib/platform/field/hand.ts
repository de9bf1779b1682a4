import { MAX_FIELD_TEXT } from '../../core/base/limits';
import { ASKED_BY, type AskedBy } from '../../core/console/asked-by';
import { PUT_WHERE } from '../../core/console/put-where';
import type { Editable } from './field';
import { boxOf, rememberField } from './editable';
import { fieldAt, traitsOf } from './field-traits';
import { putText } from '../insert/put-text';
import { readField } from '../insert/read-field';
import { takeTextBack } from '../insert/take-text-back';
import { type Touch, watchTouch } from '../insert/watch-touch';
import { tellBuilderLeft } from '../channels/tell-background';
import { askedField } from './asked-field';
import { onBackgroundMessage } from './background-messages';
import { closeByEscape } from './close-by-escape';
import { colorSchemeOf } from './color-scheme';
import { frameWorld } from './frame-world';
import { outlineField } from './outline';
import { swallowRepeats } from './swallow-repeats';

interface Bound {
  readonly field: Editable;
  readonly open: AbortController;
  /** The last act and what came of it: the same one asked for again is not done again. */
  act: { readonly id: unknown; readonly outcome: Promise<unknown> } | null;
  /** What the field held before and after the last insertion. */
  put: { readonly before: string; readonly after: string; readonly touch: Touch } | null;
}

/**
 * The hand of the builder in a field's frame: it reads and fills the one field that a builder is of,
 * for the background and for nobody else. A builder is named by its token. A field that has left the
 * document is gone; no other takes its place.
 */
export function offerHand(): void {
  if (frameWorld.hasHand) return;
  frameWorld.hasHand = true;
  const all = new Map<string, Bound>();
  onBackgroundMessage({
    'field.bind'(token, message) {
      const by = ASKED_BY.find((known) => known === Reflect.get(message, 'by')) ?? 'focus';
      const bound = bind(token, by);
      const place: unknown = Reflect.get(message, 'place');
      // On its way before the rest is looked at.
      const isPlaced =
        typeof place === 'object' && place !== null && frameWorld.place !== undefined;
      if (isPlaced) frameWorld.place?.(token, place);
      return { field: bound && describe(bound), isPlaced, ...frameTraits() };
    },
    'field.read': (token) => withField(token, ({ field }) => readCapped(field)),
    'field.put': (token, message) =>
      withField(token, (bound) => once(bound, message, () => put(bound, message))),
    'field.undo': (token, message) =>
      withField(token, (bound) => once(bound, message, () => undo(bound))),
    // Of a field that has gone since, too: what was done to it was done.
    'field.outcome': (token, message) => {
      const bound = all.get(token);
      return bound ? once(bound, message, async () => ({ outcome: 'refused' })) : null;
    },
    'field.release': (token, message) => release(token, Reflect.get(message, 'focus') === true),
  });

  function bind(token: string, by: AskedBy): Bound | null {
    const field = askedField(by);
    if (!field) return null;
    release(token, false);
    const bound: Bound = { field, open: new AbortController(), act: null, put: null };
    all.set(token, bound);
    frameWorld.fields.set(token, boxOf(field));
    rememberField(field);
    // Before the builder's frame, which it would cover.
    outlineField(field, bound.open.signal);
    closeByEscape(() => tellBuilderLeft(token), bound.open.signal);
    return bound;
  }

  function describe({ field }: Bound) {
    // One that is read-only refuses a tag, and says so.
    const found = fieldAt(field) ?? { editable: field, shell: boxOf(field) };
    const { kind, inputType, labels, names } = traitsOf(found);
    return { kind, inputType, labels, names };
  }

  async function withField(token: string, act: (bound: Bound) => unknown): Promise<unknown> {
    const bound = all.get(token);
    return bound && isHere(bound.field) ? act(bound) : { outcome: 'gone' };
  }

  function release(token: string, focus: boolean): null {
    const bound = all.get(token);
    bound?.open.abort();
    all.delete(token);
    frameWorld.fields.delete(token);
    swallowRepeats();
    if (focus && bound && isHere(bound.field)) bound.field.focus();
    return null;
  }
}

/** Whether a field is in this document still: one that was taken into another is as good as gone. */
function isHere(field: Editable): boolean {
  return field.isConnected && field.ownerDocument === document;
}

async function readCapped(field: Editable): Promise<unknown> {
  const text = await readField(field);
  return text.length > MAX_FIELD_TEXT ? { outcome: 'too-long' } : { outcome: 'read', text };
}

function once(bound: Bound, message: object, act: () => Promise<unknown>): Promise<unknown> {
  const id: unknown = Reflect.get(message, 'id');
  const { act: last } = bound;
  if (last && last.id === id) return last.outcome;
  const outcome = act();
  bound.act = { id, outcome };
  return outcome;
}

async function put(bound: Bound, message: object): Promise<unknown> {
  const text: unknown = Reflect.get(message, 'text');
  const where = PUT_WHERE.find((known) => known === Reflect.get(message, 'where'));
  if (typeof text !== 'string' || !where) return { outcome: 'refused' };
  const { field } = bound;
  const before = await readField(field);
  const outcome = await putText(field, text, where);
  if (!isHere(field)) return { outcome: 'gone' };
  if (outcome === 'taken') {
    const touch = watchTouch(bound.open.signal);
    // Without knowing what it holds now nothing is taken back; inserted it is all the same.
    const after = await readField(field).catch(() => null);
    bound.put = after === null ? null : { before, after, touch };
  }
  return { outcome };
}

async function undo(bound: Bound): Promise<unknown> {
  const { field, put } = bound;
  const done = put && (await takeTextBack(field, { ...put, isTouched: put.touch.isTouched }));
  if (done) bound.put = null;
  return { outcome: done ? 'undone' : 'refused' };
}

function frameTraits() {
  let isForeign = true;
  try {
    isForeign = window.top?.location.origin !== location.origin;
  } catch {
    // Another origin's address cannot be read.
  }
  return {
    width: innerWidth,
    height: innerHeight,
    isForeign,
    scheme: colorSchemeOf(),
    url: location.href,
  };
}
