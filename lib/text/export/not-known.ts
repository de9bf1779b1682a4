import type { LeftOut } from '../../core/recording/har-file';
import type { NotKnown } from '../../core/verification/export-json';
import { harFileText, leftOutText } from '../verification/har-file';
import { notKeptText } from '../not-kept';
import { plural } from '../ui';
import { notToldText } from '../visits/visit-pages';

/** A moment that is written in ISO 8601, in UTC, to the second. */
export function utcMoment(iso: string): string {
  return iso.replace(/\.\d+/, '').replace('T', ' ').replace('Z', ' UTC');
}

/** What of a recording is not known, in a sentence each; `file` is what was read, where it was not recorded here. */
export function notKnownText(
  recording: NotKnown & { readonly file: { readonly leftOut: LeftOut } | null | undefined },
): readonly string[] {
  const {
    file,
    openedAfterLoad,
    mayMissFirstPage,
    clearedAt,
    unreadable,
    trackersLoaded,
    visited,
    notKept,
  } = recording;
  return [
    ...(file ? [...leftOutText(file.leftOut), harFileText.notKnown] : []),
    ...(visited ? notToldText(visited) : []),
    ...(openedAfterLoad
      ? ['The page was loaded before recording began: what it fired until then is not in here.']
      : []),
    ...(mayMissFirstPage
      ? [
          'Recorded in Firefox, which may not report every request of the first page loaded after DevTools opened.',
        ]
      : []),
    ...(clearedAt === null
      ? []
      : [
          `What was recorded until ${utcMoment(clearedAt)} was deleted by hand and is not in here.`,
        ]),
    ...(unreadable > 0
      ? [
          `${plural(unreadable, 'row', 'rows')} of the recording cannot be read by this version of Piggyback, and ${unreadable === 1 ? 'is' : 'are'} not in here: what fired there is not known.`,
        ]
      : []),
    ...(notKept ? [notKeptText.exported(utcMoment(notKept.since), notKept.count)] : []),
    ...(trackersLoaded
      ? []
      : ['No trackers were loaded: whether an id is a tracker’s could not be checked.']),
  ];
}
