import { sameTag, type TagSpec } from '../../tag/tag-spec';
import type { CheckedCell } from './checked';
import { cellsDiffer } from '../../rules/sheet/cells-differ';
import { cellFinding, type CellFinding, type TagPart } from './finding';
import { extraText } from './recorded';

export interface Difference {
  readonly part: TagPart;
  readonly expected: string;
  readonly found: string;
}

/** Which parts of a tag are not as expected. */
export function differences(found: TagSpec, expected: TagSpec): readonly Difference[] {
  const like = { ...expected, ampersands: found.ampersands };
  const asBuilt = found.trackerName === null ? { ...like, trackerName: null } : like;
  if (sameTag(found, asBuilt)) return [];
  const parts: readonly (readonly [TagPart, (spec: TagSpec) => string])[] = [
    ['tracker', (spec) => String(spec.trackerId)],
    ['name', (spec) => spec.trackerName ?? ''],
    ['cachebuster', (spec) => spec.cachebuster ?? ''],
    ['cost', (spec) => spec.ancost ?? ''],
    ['parameters', (spec) => extraText(spec.extra)],
    ['redirect', (spec) => spec.redir ?? ''],
  ];
  return parts.flatMap(([part, read]) => {
    const pair = { expected: read(asBuilt), found: read(found) };
    return pair.expected === pair.found ? [] : [{ part, ...pair }];
  });
}

/** Parts in which the tags of one row differ from its first, each said once. */
export function compareCells(cells: readonly CheckedCell[]): readonly CellFinding[] {
  const known = new Set(cells.flatMap(({ findings }) => findings).map(({ values }) => values.part));
  const [first, ...others] = cells.filter(({ findings }) =>
    findings.every(({ severity }) => severity !== 'error'),
  );
  if (!first?.spec) return [];
  const { spec: expected, cell } = first;
  return others.flatMap(({ spec, cell: other }) => {
    if (!spec) return [];
    return differences({ ...spec, trackerName: null }, { ...expected, type: spec.type })
      .filter(({ part }) => part !== 'name' && !known.has(part))
      .map((difference): CellFinding => {
        known.add(difference.part);
        return cellFinding(other, cellsDiffer, { other: cell.address, ...difference });
      });
  });
}
