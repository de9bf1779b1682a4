import { groupBy } from '../base/groups';
import type { Tracker } from '../tracker/tracker';
import { exact } from './object-index';

/** The trackers of an advertiser, by what says which of them is meant; blanks at the ends are no difference. */
export function indexTrackers(trackers: readonly Tracker[]) {
  const byId = new Map(trackers.map((one) => [one.id, one]));
  const byName = groupBy(trackers, ({ name }) => [exact(name)]);
  const byCode = groupBy(trackers, ({ code }) => (code?.trim() ? [code.trim()] : []));
  const none: readonly Tracker[] = [];
  const called = (name: string) => byName.get(exact(name)) ?? none;
  return {
    byId: (id: number) => byId.get(id) ?? null,
    called,
    coded: (code: string) => byCode.get(code.trim()) ?? none,
    /** Those of a name that have no code: what has the name and a code may be meant to be one of them. */
    uncoded: (name: string) => called(name).filter(({ code }) => !code?.trim()),
  };
}
