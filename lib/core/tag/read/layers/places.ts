import { inRanges } from './ranges';

// Comments are passed over: a tracker may well be named “Spring”. Damage counts in tags and URLs.
const PLACES = /<!--[\s\S]*?(?:-->|$)|<[A-Za-z/][^<>]*>?|(?:imptr|clktrb?)[?&][^ \t\r\n"'<>]*/gi;

/** Says of offsets, asked in order, whether they stand in a tag or in a URL of the service. */
export function inPlaces(text: string): (offset: number) => boolean {
  return among(text, (place) => !place.startsWith('<!--'));
}

/** Says of offsets, asked in order, whether they stand in a tag. */
export function inTags(text: string): (offset: number) => boolean {
  return among(text, (place) => /^<[^!]/.test(place));
}

function among(text: string, isPlace: (place: string) => boolean): (offset: number) => boolean {
  return inRanges(
    [...text.matchAll(PLACES)]
      .filter(([place]) => isPlace(place))
      .map(({ 0: place, index }) => ({ start: index, end: index + place.length })),
  );
}
