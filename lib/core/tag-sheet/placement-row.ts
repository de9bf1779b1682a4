import type { AdServer } from '../ad-server/ad-server';
import { acceptsType, buildTag, consentParameters } from '../tag/write/build-tag';
import { renderTag } from '../tag/write/render-tag';
import type { Ref, Tracker } from '../tracker/tracker';
import { dayCell, type SheetCell } from '../table/cells';
import { type SheetChoices, tagChoicesOf } from './choices';
import { NONE, type SheetColumn, TAG_FORMS, type TagForm } from './columns';
import { costFor, type SheetCost } from './cost';
import type { SheetNote } from './notes';

/** One row of the sheet: a tracker with its placement, for one ad server. */
export interface PlacementRow {
  readonly tracker: Tracker;
  readonly server: AdServer;
  /** The tag in each form; `null` where the ad server's field does not take it. */
  readonly tags: Readonly<Record<TagForm, string | null>>;
  readonly cachebuster: string | null;
  readonly cost: SheetCost;
  /** Consent parameters as they stand in the tags, `gdpr=${GDPR}`. */
  readonly consent: readonly string[];
  readonly notes: readonly SheetNote[];
}

/** The row of a tracker for an ad server. */
export function placementRow(
  tracker: Tracker,
  server: AdServer,
  choices: SheetChoices,
): PlacementRow {
  const cost = costFor(server, choices);
  const consent = choices.withConsent ? consentParameters(server) : [];
  const tags = { url: null, image: null, javascript: null, ...renderForms() };
  const partial = { tracker, server, tags, cachebuster: server.cachebuster, cost };
  return {
    ...partial,
    consent: consent.map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
    notes: notesOf(partial, choices.withConsent && consent.length === 0),
  };

  function renderForms(): Partial<Record<TagForm, string>> {
    const forms = TAG_FORMS.filter((form) => acceptsType(server, form));
    return Object.fromEntries(forms.map((form) => [form, render(form)]));
  }
  function render(form: TagForm): string {
    const spec = buildTag(tracker, server, tagChoicesOf(choices, form));
    return renderTag({ ...spec, ancost: cost.value });
  }
}

function notesOf(
  { tracker, server, tags, cost }: Omit<PlacementRow, 'consent' | 'notes'>,
  consentUnknown: boolean,
): readonly SheetNote[] {
  const { accepts, maxLength } = server;
  const notes: SheetNote[] = [];
  if (tracker.state === 'inactive') notes.push({ code: 'tracker-inactive' });
  if (tags.url !== null) notes.push({ code: 'url-is-image' });
  for (const form of TAG_FORMS) {
    if (tags[form] === null) notes.push({ code: 'form-left-out', form, accepts });
  }
  if (accepts.length === 0) notes.push({ code: 'field-unknown' });
  if (server.traps.includes('never-expands')) notes.push({ code: 'never-expands' });
  else if (server.cachebuster === null) notes.push({ code: 'cachebuster-unknown' });
  if (cost.note !== null) notes.push(cost.note);
  if (consentUnknown) notes.push({ code: 'consent-unknown' });
  if (maxLength !== null && tags.url !== null && tags.url.length > maxLength) {
    notes.push({ code: 'url-too-long', length: tags.url.length, limit: maxLength });
  }
  if (server.confidence !== 'documented' && server.confidence !== 'own') {
    notes.push({ code: 'check-with-ad-server' });
  }
  return notes;
}

/** The few words a sheet needs that are not data. */
export interface RowWords {
  readonly allPlacements: string;
  readonly formats: Readonly<Record<'image' | 'script', string>>;
  readonly note: (note: SheetNote) => string;
}

/** The row's cells, by column. */
export function rowCells(
  row: PlacementRow,
  advertiser: Ref,
  choices: SheetChoices,
  words: RowWords,
): Readonly<Record<SheetColumn, SheetCell>> {
  const { tracker, server, tags, cost } = row;
  return {
    trackerId: tracker.id,
    trackerName: tracker.name,
    advertiser: refText(advertiser),
    lineItem: refText(tracker.lineItem),
    publisher: refText(tracker.publisher),
    adServer: server.name,
    site: typed(choices.site),
    placement: refText(tracker.placement) ?? words.allPlacements,
    creative: typed(choices.creative),
    dimensions: typed(choices.dimensions),
    start: dayCell(choices.start),
    end: dayCell(choices.end),
    format: formatsOf(row, words),
    ...tags,
    cachebuster: row.cachebuster ?? NONE,
    cost: cost.value === null ? NONE : costText(cost.value, cost.unit),
    consent: row.consent.join(', ') || NONE,
    pasteInto: server.pasteWhere,
    qaResult: null,
    qaDate: null,
    qaBy: null,
    notes: row.notes.map(words.note).join('\n') || null,
  };
}

function formatsOf({ tags }: PlacementRow, { formats }: RowWords): string | null {
  const found: string[] = [];
  if (tags.url !== null || tags.image !== null) found.push(formats.image);
  if (tags.javascript !== null) found.push(formats.script);
  return found.join(' / ') || null;
}

// Read back by `read/recorded.ts`.
function costText(value: string, unit: string | null): string {
  return unit === null ? value : `${value} (${unit})`;
}

function refText(ref: Ref | null): string | null {
  return ref === null ? null : `${ref.name} (${ref.id})`;
}

function typed(text: string): string | null {
  return text.trim() || null;
}
