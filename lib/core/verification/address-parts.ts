import type { Finding } from '../base/finding';
import { decodeText } from '../pixel/pixel-url';
import { readAddress } from '../pixel/read-address';
import type { Range } from '../base/range';

/** A piece of an address, with the findings that are about it. */
export interface AddressPiece {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A parameter as it stands in an address. */
export interface AddressParameter {
  /** Decoded. */
  readonly name: string;
  /** Decoded; `null` for a name by itself. */
  readonly value: string | null;
  /** The value as it was sent, in pieces, so that what is wrong in it is marked at its place. */
  readonly sent: readonly AddressPiece[];
  /** Those that are about this parameter, or a part of it. */
  readonly findings: readonly Finding[];
}

export interface AddressParts {
  /** Scheme, host and path. */
  readonly address: readonly AddressPiece[];
  /** In the order in which they stand. */
  readonly parameters: readonly AddressParameter[];
  /** From `#`, which is never sent; `null` where there is none. */
  readonly fragment: readonly AddressPiece[] | null;
}

/** Takes the address of a request apart, and puts each finding with a place of its own where it belongs. */
export function addressParts(address: string, findings: readonly Finding[]): AddressParts {
  const url = readAddress(address);
  const cut = (range: Range) => piecesOf(address, range, findings);
  return {
    address: cut(url.address),
    parameters: url.parameters
      .filter(({ name, value }) => name !== '' || value !== null)
      .map((parameter) => ({
        name: decodeText(parameter.name),
        value: parameter.value === null ? null : decodeText(parameter.value),
        sent: cut(parameter.valueRange),
        findings: findings.filter(({ place }) => place !== null && meets(place, parameter)),
      })),
    fragment: url.fragment && cut(url.fragment),
  };
}

/** A range of a text in pieces, each of which is in the same findings from end to end. */
function piecesOf(
  text: string,
  { start, end }: Range,
  findings: readonly Finding[],
): readonly AddressPiece[] {
  const ends = findings.flatMap(({ place }) => (place ? [place.start, place.end] : []));
  const inside = [...new Set(ends)].filter((at) => at > start && at < end);
  const cuts = [start, ...inside.toSorted((a, b) => a - b), end];
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? end;
    const about = findings.filter(({ place }) => place && place.start < to && place.end > from);
    return from === to ? [] : [{ text: text.slice(from, to), findings: about }];
  });
}

// What is missing stands at a place without extent: it belongs to what it stands in or at.
function meets(place: Range, { start, end }: Range): boolean {
  return place.start === place.end
    ? place.start > start && place.end <= end
    : place.start < end && place.end > start;
}
