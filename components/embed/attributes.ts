import { DIALECTS } from '@/lib/core/ad-server/dialects';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { DEFAULT_CHOICES, type TagChoices, typeFor } from '@/lib/core/tag/write/build-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import type { Ref } from '@/lib/core/tracker/tracker';

import { AMPERSANDS, LOADERS, readTrackerId, readTrackersJson } from './guards';

/** Reads one attribute; `null` where it is not there. */
export type ReadAttribute = (name: string) => string | null;

/** What the page asks for: where a person's choices start, and where a reset returns to. */
export interface Asked {
  readonly tracker: Ref | null;
  readonly trackers: readonly Ref[];
  readonly choices: TagChoices;
}

/** The choices that each attribute decides. */
export const GOVERNS: Readonly<Record<string, readonly (keyof TagChoices)[]>> = {
  'ad-server': ['adServerId', 'type'],
  type: ['type'],
  'loaded-by': ['loadedBy'],
  cachebuster: ['cachebuster'],
  cost: ['withCost', 'cost'],
  'cost-per-impression': ['costIsPerImpression'],
  'with-consent': ['withConsent'],
  redir: ['redir'],
  comments: ['comments'],
  ampersands: ['ampersands'],
};

export const TRACKER_ATTRIBUTES: readonly string[] = ['tracker-id', 'tracker-name', 'trackers'];
const FORM_ATTRIBUTES = ['label', 'insert', 'required', 'name', 'disabled'];

/** Every attribute the element watches. */
export const ATTRIBUTES: readonly string[] = [
  ...TRACKER_ATTRIBUTES,
  ...Object.keys(GOVERNS),
  ...FORM_ATTRIBUTES,
];

/** Reads the attributes; `given` is the list of trackers set as a property, if it was. */
export function readAsked(attribute: ReadAttribute, given: readonly Ref[] | null): Asked {
  const trackers = given ?? readTrackersJson(attribute('trackers'));
  return { trackers, tracker: askedTracker(attribute, trackers), choices: askedChoices(attribute) };
}

function askedTracker(attribute: ReadAttribute, trackers: readonly Ref[]): Ref | null {
  const id = readTrackerId(attribute('tracker-id'));
  // A list of one leaves nothing to choose.
  if (id === null) return trackers.length === 1 ? (trackers[0] ?? null) : null;
  const listed = trackers.find((tracker) => tracker.id === id);
  // The name stands in the tag's comment; where none is given the id is at least true.
  return { id, name: attribute('tracker-name') || (listed?.name ?? String(id)) };
}

function askedChoices(attribute: ReadAttribute): TagChoices {
  const server = adServerById(attribute('ad-server'), DIALECTS);
  const cost = attribute('cost');
  return {
    type: oneOf(TAG_TYPES, attribute('type')) ?? typeFor(server),
    loadedBy: oneOf(LOADERS, attribute('loaded-by')) ?? DEFAULT_CHOICES.loadedBy,
    adServerId: server?.id ?? null,
    cachebuster: attribute('cachebuster') ?? '',
    withCost: cost !== null,
    cost: cost ?? '',
    costIsPerImpression: attribute('cost-per-impression') !== null,
    withConsent: attribute('with-consent') !== null,
    redir: attribute('redir') ?? '',
    comments: attribute('comments') !== 'false',
    ampersands: oneOf(AMPERSANDS, attribute('ampersands')) ?? DEFAULT_CHOICES.ampersands,
  };
}

/** The member of a list that a text names, or `null`. */
export function oneOf<T extends string>(members: readonly T[], text: string | null): T | null {
  return members.find((member) => member === text) ?? null;
}
