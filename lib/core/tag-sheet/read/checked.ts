import type { AdServer } from '../../ad-server/ad-server';
import type { TagSpec } from '../../tag/tag-spec';
import type { Tracker } from '../../tracker/tracker';
import type { CellFinding, CellRepair } from './finding';
import type { TagCell } from './line';

/** What the rules for tags need to know beside the row. */
export interface SheetContext {
  readonly servers: readonly AdServer[];
  /** Hosts at which the person's own names lead to the service; none where there are none. */
  readonly ownHosts?: readonly string[] | undefined;
  /** The person says that cost macros in this sheet are money per impression. */
  readonly costIsPerImpression: boolean;
  /** Serves the tags of rows that name no ad server. */
  readonly server?: AdServer | null;
  /** The trackers that are known; without them nothing is said of their state. */
  readonly trackers?: ReadonlyMap<number, Pick<Tracker, 'name' | 'state'>>;
  /** The tracker of rows that name none. */
  readonly expectedTrackerId?: number | null;
}

/** One row, judged. `none`: it holds no tag of an impression tracker. */
export interface CheckedRow {
  /** As spreadsheets count, from 1. */
  readonly row: number;
  readonly trackerId: number | null;
  readonly trackerName: string;
  readonly adServer: string;
  /** The catalogue's id of it, or that of a person's own; `null` where it is not known. */
  readonly serverId: string | null;
  readonly placement: string;
  readonly verdict: 'ok' | 'warning' | 'error' | 'none';
  readonly findings: readonly CellFinding[];
  readonly repairs: readonly CellRepair[];
  /** The cells that hold something where a tag should be. */
  readonly tags: readonly Pick<TagCell, 'address' | 'text'>[];
}

/** One cell, judged. */
export interface CheckedCell {
  readonly cell: TagCell;
  /** The tag, where there is exactly one that can be read. */
  readonly spec: TagSpec | null;
  readonly findings: readonly CellFinding[];
  readonly repair: CellRepair | null;
}
