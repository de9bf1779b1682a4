import type { Route } from '@/components/trackers/tracker-route';

/** Where in the workspace the person is. */
export type Place =
  /** `search` is what the list is searched for as it is entered. */
  | { readonly name: 'trackers'; readonly route: Route; readonly search?: string }
  /** Many trackers at once. */
  | { readonly name: 'bulk' }
  /** `null` is the list of all runs; `isUndo` shows what would take one back. */
  | { readonly name: 'runs'; readonly id: string | null; readonly isUndo: boolean }
  | { readonly name: 'tag-sheets' }
  /** Under a key a tag waits that another page handed over. */
  | { readonly name: 'try'; readonly key: string | null }
  | { readonly name: 'visit-pages' }
  | { readonly name: 'sign-ins' }
  /** `null` is the list of all recordings. */
  | { readonly name: 'verifications'; readonly id: string | null }
  /** `null` is the list of all reports. */
  | { readonly name: 'reports'; readonly id: string | null }
  /** `null` is the list of all rules. */
  | { readonly name: 'rules'; readonly code: string | null }
  | { readonly name: 'nowhere' };

const ID = /^[1-9]\d{0,14}$/;
const CODE = /^[a-z]+(?:-[a-z]+)*$/;
const KEY = /^[\da-f-]{36}$/;
const RUN = /^[\w-]{1,100}$/;
const NOWHERE: Place = { name: 'nowhere' };

/** Reads the part of an address from its `#` on; none at all is the list of trackers. */
export function placeAt(hash: string): Place {
  if (['', '#', '#/'].includes(hash)) return { name: 'trackers', route: { view: 'list' } };
  const [start, name, ...rest] = hash.replace(/\/$/, '').split('/');
  if (start !== '#') return NOWHERE;
  if (name === 'trackers') return trackersAt(rest);
  if (isPlain(name) && rest.length === 0) return { name };
  if (name === 'tag-sheets' && rest[0] === 'try' && rest.length < 3) {
    const [, key = null] = rest;
    return key === null || KEY.test(key) ? { name: 'try', key } : NOWHERE;
  }
  if (name === 'verifications' && rest.length < 2) return { name, id: rest[0] ?? null };
  if (name === 'reports' && rest.length < 2) {
    const [id = null] = rest;
    return id === null || RUN.test(id) ? { name, id } : NOWHERE;
  }
  if (name === 'rules' && rest.length < 2) {
    const [code] = rest;
    if (code === undefined) return { name, code: null };
    return CODE.test(code) ? { name, code } : NOWHERE;
  }
  return NOWHERE;
}

/** The address of a place, from its `#` on. */
export function addressOf(place: Exclude<Place, { name: 'nowhere' }>): string {
  if (place.name === 'trackers') return `#/trackers${partOf(place.route)}`;
  if (place.name === 'bulk') return '#/trackers/sheet';
  if (place.name === 'runs') {
    const { id, isUndo } = place;
    return `#/trackers/runs${id === null ? '' : `/${id}${isUndo ? '/undo' : ''}`}`;
  }
  if (place.name === 'rules') return place.code === null ? '#/rules' : `#/rules/${place.code}`;
  if (place.name === 'try') return `#/tag-sheets/try${place.key === null ? '' : `/${place.key}`}`;
  if (place.name !== 'verifications' && place.name !== 'reports') return `#/${place.name}`;
  return place.id === null ? `#/${place.name}` : `#/${place.name}/${place.id}`;
}

const PLAIN = ['tag-sheets', 'visit-pages', 'sign-ins'] as const;

/** A place without anything in it that has an address of its own. */
function isPlain(name: string | undefined): name is (typeof PLAIN)[number] {
  return PLAIN.some((plain) => plain === name);
}

function trackersAt([id, view, ...rest]: readonly string[]): Place {
  const at = (route: Route): Place => ({ name: 'trackers', route });
  if (id === undefined) return at({ view: 'list' });
  if (id === 'search') return rest.length > 0 ? NOWHERE : searchAt(view);
  if (id === 'runs') return runsAt(view, rest);
  if (rest.length > 0) return NOWHERE;
  if (id === 'sheet') return view === undefined ? { name: 'bulk' } : NOWHERE;
  if (id === 'new' && view === undefined) return at({ view: 'form', trackerId: null });
  if (!ID.test(id)) return NOWHERE;
  if (view === undefined) return at({ view: 'form', trackerId: Number(id) });
  const isKnown = view === 'tag' || view === 'passport';
  return isKnown ? at({ view, trackerId: Number(id) }) : NOWHERE;
}

function runsAt(id: string | undefined, [undo, ...rest]: readonly string[]): Place {
  if (id === undefined) return { name: 'runs', id: null, isUndo: false };
  if (!RUN.test(id) || rest.length > 0) return NOWHERE;
  if (undo === undefined) return { name: 'runs', id, isUndo: false };
  return undo === 'undo' ? { name: 'runs', id, isUndo: true } : NOWHERE;
}

function partOf(route: Route): string {
  if (route.view === 'list') return '';
  if (route.view !== 'form') return `/${route.trackerId}/${route.view}`;
  return `/${route.trackerId ?? 'new'}`;
}

const MOST_SEARCHED = 2000;

function searchAt(text = ''): Place {
  try {
    const search = decodeURIComponent(text).slice(0, MOST_SEARCHED);
    return search === '' ? NOWHERE : { name: 'trackers', route: { view: 'list' }, search };
  } catch {
    return NOWHERE;
  }
}
