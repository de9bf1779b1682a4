import type { AdServer } from '../../ad-server/ad-server';
import type { Severity } from '../../base/finding';
import { originOf } from '../../tag/read/mapped-text';
import type { Edit, TagFinding, TagFindingCode } from './finding';
import type { Range } from '../../base/range';
import type { FoundTag } from '../../tag/read/reading';
import type { Parameter } from '../../pixel/read-address';
import { changeUrl } from './repairs';

export {
  addParameter,
  rangeToRemove,
  removeParameter,
  replaceInUrl,
  replaceUrl,
  replaceValue,
} from './repairs';

/** What is known of the place a tag stands in, or is to stand in. */
export interface TagPlace {
  readonly servers: readonly AdServer[];
  /** The ad server that will serve the tag; `null` where nobody said. */
  readonly server: AdServer | null;
  /** `url` for a field that takes nothing but a URL. */
  readonly field: 'url' | 'any';
  /** The tracker the tag should be of; `null` where any will do. */
  readonly expectedTrackerId: number | null;
  /** The person said that the cost macro is money per impression. */
  readonly costIsPerImpression: boolean;
}

/** What a rule may look at: one tag, how much text it was read from, and its place. */
export interface TagContext extends TagPlace {
  readonly tag: FoundTag;
  /** Of the whole text, without the white space around it. */
  readonly textLength: number;
}

/** A rule looks at one tag and gives its remarks. */
export type TagRule = (context: TagContext) => readonly TagFinding[];

interface Remark {
  readonly code: TagFindingCode;
  readonly severity: Severity;
  readonly at: Range;
  readonly values?: Readonly<Record<string, string>>;
  readonly repair?: readonly Edit[] | null;
}

export function finding({ code, severity, at, values = {}, repair = null }: Remark): TagFinding {
  return { code, severity, start: at.start, end: at.end, values, repair };
}

/** Where a range of the URL stands in the text. */
export function inText({ urlText }: FoundTag, { start, end }: Range): Range {
  return { start: originOf(urlText, start), end: originOf(urlText, end) };
}

/** Where a parameter stands in the text. */
export function placeOf(tag: FoundTag, parameter: Parameter): Range {
  return inText(tag, parameter);
}

/** The parameter with this name; of several the first. */
export function parameterOf({ url }: FoundTag, name: string): Parameter | null {
  return url.parameters.find((parameter) => parameter.name === name) ?? null;
}

/** A remark, and what would mend it in the URL itself: `change` counts from the URL's start. */
export interface Mendable extends Omit<Remark, 'repair'> {
  readonly change?: Edit | null;
}

/**
 * Findings that may come many times in one URL. All of a code are mended by one repair that they
 * share: each repair is the whole URL once more, and two of them would never be made together.
 */
export function mendTogether(tag: FoundTag, remarks: readonly Mendable[]): readonly TagFinding[] {
  const repairs: Partial<Record<TagFindingCode, readonly Edit[]>> = {};
  const repairOf = (code: TagFindingCode) =>
    (repairs[code] ??= changeUrl(
      tag,
      remarks.flatMap((it) => (it.code === code && it.change ? [it.change] : [])),
    ));
  return remarks.map(({ change, ...remark }) =>
    finding({ ...remark, repair: change ? repairOf(remark.code) : null }),
  );
}

/** Whether the tag is HTML, or its URL stands in HTML. */
export function isInAttribute({ notation }: FoundTag): boolean {
  return notation === 'attribute' || notation === 'attribute-in-string';
}
