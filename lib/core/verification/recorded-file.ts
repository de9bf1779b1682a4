import type { HarFile } from '../recording/har-file';
import type { Recording } from './recording';

/** How much of a file's name is kept, in characters: more than any system allows. */
const MAX_NAME = 300;

interface Reading {
  readonly id: string;
  readonly name: string;
  /** The SHA-256 of the file's bytes. */
  readonly digest: string;
  /** Milliseconds since 1970, UTC. */
  readonly readAt: number;
  readonly expectedIds?: readonly number[];
}

/** What a HAR file holds as a recording of its own: in no tab, and nothing more will come. */
export function recordingOf(har: HarFile, reading: Reading): Recording {
  const { id, name, digest, readAt, expectedIds = [] } = reading;
  const { recordedAt, entries, leftOut } = har;
  return {
    verification: {
      id,
      tabId: null,
      startedAt: readAt,
      expectedIds: [...expectedIds],
      openedAfterLoad: false,
      clearedAt: null,
      file: {
        name: name.slice(0, MAX_NAME),
        digest,
        recordedAt: recordedAt ?? readAt,
        entries,
        leftOut,
      },
    },
    pageViews: har.pages.map((page, index) => ({
      ...page,
      id: `${id} ${index + 1}`,
      verificationId: id,
    })),
    requests: har.requests,
  };
}
