import type { Values } from '../base/finding';
import { PLACE_OVERLAP, type PagePlace } from '../recording/page-look';
import { judgeTag } from '../rules/judge-tag';
import { isLoadedFrom } from '../rules/page/place';
import type { TagPlace } from '../rules/rule';
import { inLink } from '../rules/tag/in-link';
import { navigates } from '../rules/tag/navigates';
import { neverRequested } from '../rules/tag/never-requested';
import { notLoaded } from '../rules/tag/not-loaded';
import { scriptInert } from '../rules/tag/script-inert';
import type { FoundTag } from '../tag/read/reading';
import { readTags } from '../tag/read/read-tags';

/** A tag on a page, and what its place alone says of it. */
export interface TagOnPage {
  readonly place: PagePlace;
  readonly tag: FoundTag;
  /** The attribute that holds it, in lower case; `null` for none. */
  readonly attribute: string | null;
  /** What the rules for tags say of its element: the values, by the rule's code. */
  readonly written: ReadonlyMap<string, Values>;
  /** A browser asks for its address as it stands there, and for no other. */
  readonly isLoader: boolean;
}

// Nothing is known of who put it there.
const ANYWHERE: TagPlace = {
  servers: [],
  server: null,
  field: 'any',
  expectedTrackerId: null,
  costIsPerImpression: false,
};
const OF_ELEMENT = [inLink, navigates, notLoaded, neverRequested, scriptInert];

/** Reads the tags that stand in a place of a page, as they would be read in a text. */
export function readPlace(place: PagePlace): readonly TagOnPage[] {
  const text = asText(place);
  const seen = place.isCut ? text.length - PLACE_OVERLAP : Infinity;
  return readTags(text)
    .tags.filter(({ urlRange }) => urlRange.start < seen)
    .map((tag) => {
      if (place.kind !== 'element') {
        return { place, tag, attribute: null, written: NOTHING, isLoader: false };
      }
      const context = {
        ...ANYWHERE,
        tag,
        text,
        textLength: text.length,
        inert: [],
        saidType: null,
      };
      const attribute = attributeAt(place, tag.urlRange.start);
      const findings = judgeTag(OF_ELEMENT, context);
      const said = new Map(findings.map(({ code, values }) => [code, values]));
      const isInert = place.inTemplate || findings.length > 0;
      const isLoader = !isInert && attribute !== null && loads(place.name, attribute);
      return { place, tag, attribute, written: said, isLoader };
    });
}

const NOTHING: ReadonlyMap<string, Values> = new Map();

// What code does with it, or a frame, is not known by the address alone.
function loads(element: string, attribute: string): boolean {
  const isOwn = attribute !== 'srcdoc' && !attribute.startsWith('on');
  return isOwn && isLoadedFrom(element, attribute);
}

// The place as HTML writes it: the reader knows code by the script around it.
function asText(place: PagePlace): string {
  const { kind, name, text } = place;
  if (kind === 'element') return `<${name}${place.attributes.map(written).join('')}>`;
  const isCode = kind === 'text' && (name === 'script' || name === 'style');
  return isCode ? `<${name}>${text}</${name}>` : text;
}

function written({ name, value }: PagePlace['attributes'][number]): string {
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

function attributeAt({ name, attributes }: PagePlace, at: number): string | null {
  let end = name.length + 1;
  for (const attribute of attributes) {
    end += written(attribute).length;
    if (at < end) return attribute.name.toLowerCase();
  }
  return null;
}
