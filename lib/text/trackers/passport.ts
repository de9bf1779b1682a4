import type { AdServer } from '../../core/ad-server/ad-server';
import type { TagType } from '../../core/tag/tag-spec';
import type { TrackerField } from '../../core/tracker/fields';
import type { TimelineEntry } from '../../core/verification/passport/timeline';
import { tagTypeInSentence } from '../builder/builder';
import { formatCount, plural } from '../ui';
import { verdictText } from '../verification/verification';
import { trackerFieldText } from './fields';
import { reportedSentence } from './reported';

/** Words of a tracker's passport. */
export const passportText = {
  title: 'Passport',
  loading: 'Reading the passport…',
  edit: 'Edit',
  build: 'Build tag',
  report: 'Reports',
  exportJson: 'Export JSON',
  exportCsv: 'Export CSV',
  saved: (name: string) => `Saved ${name}.`,
  fileName: (id: number) => `passport-${id}`,
  csvTitles: ['When (UTC)', 'Tracker ID', 'Kind', 'What happened'] as const,

  fields: 'Fields',
  field: { id: 'Id', advertiser: 'Advertiser', modified: 'Last modified' },
  none: 'None',
  withId: (name: string, id: number) => `${name} (${id})`,
  notKept: 'This tracker is not kept in this browser: only what was noted of it is shown.',

  tags: 'Tags',
  otherServer: 'Tag for another ad server',
  chooseServer: 'Choose an ad server',
  noServer: 'No ad server',
  copyFor: (server: string) => `Copy the tag for ${server}`,
  copied: (server: string) => `Copied the tag for ${server}.`,
  copyFailed: 'The browser did not allow copying. Select the tag and copy it.',

  timeline: 'Timeline',
  empty: 'Nothing is noted of it yet',
  emptyNext: 'What is done with it in this browser, and where it is seen firing, stands here.',
  creationUnknown:
    'When it was created is not known: the service does not tell, and no entry here says so.',
  notKnown:
    'Noted in this browser, for your sign-in. What others did is known only as far as the service tells: when, not who.',
  full: (entries: number, verifications: number, reports: number) =>
    `Shown are the newest ${formatCount(entries)} entries, the newest ${formatCount(verifications)} verifications that recorded it, and the newest ${formatCount(reports)} reports. There may be older ones.`,
  unreadable: (count: number) =>
    `${plural(count, 'entry', 'entries')} cannot be read by this version. Update Piggyback and open this again.`,
  openVerification: 'Open',
  notJudged: 'Not judged here: the recording is large, or cannot be read.',
};

/** An entry of the timeline in a sentence. */
export function entryText(entry: TimelineEntry, servers: readonly AdServer[]): string {
  switch (entry.kind) {
    case 'created':
      return 'Created here.';
    case 'deleted':
      return 'Deleted here.';
    case 'changed':
      return `Changed here: ${fieldsOf(entry.fields)}.`;
    case 'changed-elsewhere':
      return `Changed elsewhere: ${fieldsOf(entry.fields)}. Who did it is not told.`;
    case 'last-modified':
      return 'Last modified, says the service. What it was, and who did it, is not told.';
    case 'copied':
      return `Copied ${tagOf(entry, servers)}${whereOf(entry.console)}.`;
    case 'inserted':
      return `Inserted ${tagOf(entry, servers)}${whereOf(entry.console)}.`;
    case 'reported':
      return reportedSentence(entry);
    case 'seen': {
      const { requests, isMore, name } = entry;
      const count = isMore ? `at least ${formatCount(requests)}` : formatCount(requests);
      const fired = `${count} ${requests === 1 ? 'request' : 'requests'}`;
      const where = name === null ? 'a verification' : `the verification “${name}”`;
      return `Seen firing in ${where}: ${fired}.`;
    }
  }
}

/** The same with what came of it, for a file. */
export function toldText(entry: TimelineEntry, servers: readonly AdServer[]): string {
  const sentence = entryText(entry, servers);
  if (entry.kind !== 'seen') return sentence;
  const { verdict } = entry;
  return `${sentence} ${verdict === null ? passportText.notJudged : `${verdictText[verdict]}.`}`;
}

const whereOf = (console: string | null) => (console === null ? '' : ` at ${console}`);

function fieldsOf(fields: readonly TrackerField[]): string {
  return fields.length === 0
    ? 'nothing that is kept here'
    : fields.map((field) => trackerFieldText[field].toLowerCase()).join(', ');
}

function tagOf(
  { adServerId, type }: { adServerId: string | null; type: TagType | null },
  servers: readonly AdServer[],
): string {
  const what = type === null ? 'a tag' : `the ${tagTypeInSentence[type]}`;
  if (adServerId === null) return what;
  return `${what} for ${servers.find(({ id }) => id === adServerId)?.name ?? adServerId}`;
}
