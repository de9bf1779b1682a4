import { ArrowLeft } from 'lucide';
import { useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { Failure } from '@/lib/core/base/errors';
import { KEPT_EVENTS_OF_ONE, REPORTED_IN_PASSPORT, SEEN_IN_PASSPORT } from '@/lib/core/base/limits';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import { passportJson, passportTable } from '@/lib/core/verification/passport/export';
import {
  isCreationKnown,
  type TimelineEntry,
  timelineOf,
} from '@/lib/core/verification/passport/timeline';
import type { Reported } from '@/lib/core/verification/passport/reported';
import { formText } from '@/lib/text/trackers/tracker-form';
import { reportedText } from '@/lib/text/trackers/reported';
import { passportText as text, toldText } from '@/lib/text/trackers/passport';

import type { PassportActions } from './passport-actions';
import { PassportFields } from './PassportFields';
import { PassportTags } from './PassportTags';
import { Timeline } from './Timeline';
import { usePassport } from './use-passport';

interface PassportPageProps {
  trackerId: number;
  /** Whose data is shown: of another one, all is read anew. */
  whose: string | null;
  actions: PassportActions;
  /** Makes a failure of an error; a dead token leads to sign-in. */
  fail: (error: unknown) => Failure;
  servers: readonly AdServer[];
  choices: TagChoices;
  onEdit: () => void;
  onBuild: () => void;
  onBack: () => void;
}

/** A tracker's own page: its fields, its tags, and all that is known to have happened to it. Nothing of it outlasts its person. */
export function PassportPage(props: PassportPageProps) {
  return <Passport key={`${props.trackerId} ${props.whose}`} {...props} />;
}

function Passport(props: PassportPageProps) {
  const { trackerId, actions, servers, choices } = props;
  const { read, failure } = usePassport(trackerId, actions, props.fail);
  const [said, setSaid] = useState('');
  const reported = Array.isArray(read?.reported) ? read.reported : [];
  const say = (one: TimelineEntry) => toldText(one, servers);
  const timeline = read ? timelineOf(read.tracker, read.events, read.seen, reported) : [];
  const noted = read ? read.events.length + read.unreadable : 0;
  const isFull =
    noted >= KEPT_EVENTS_OF_ONE ||
    (read?.seen.length ?? 0) >= SEEN_IN_PASSPORT ||
    reported.length >= REPORTED_IN_PASSPORT;
  const isReading = read === null || read.isJudging || read.reported === null;
  const passport = { trackerId, tracker: read?.tracker ?? null, timeline, isFull };
  const save = (how: 'json' | 'csv') => {
    const name = text.fileName(trackerId);
    const saved =
      how === 'json'
        ? actions.saveJson(name, passportJson(passport, say, actions.now()))
        : actions.saveCsv(name, passportTable(passport, say, text.csvTitles));
    setSaid(text.saved(saved));
  };
  const used = read?.events.flatMap((event) =>
    'adServerId' in event && event.adServerId !== null ? [event.adServerId] : [],
  );
  return (
    <div class="pb-stack pb-passport">
      <header class="pb-row">
        <IconButton icon={ArrowLeft} label={formText.back} onClick={props.onBack} />
        <h1 class="pb-grow">
          <MiddleClip text={read?.tracker?.name ?? text.title} />
        </h1>
        <span class="pb-muted pb-mono">{trackerId}</span>
      </header>
      <div class="pb-row pb-passport-tools">
        <Button kind="primary" onClick={props.onEdit}>
          {text.edit}
        </Button>
        <Button onClick={props.onBuild}>{text.build}</Button>
        <a class="pb-button" href="#/reports">
          {text.report}
        </a>
        <Button disabled={isReading} onClick={() => save('json')}>
          {text.exportJson}
        </Button>
        <Button disabled={isReading} onClick={() => save('csv')}>
          {text.exportCsv}
        </Button>
        <span class="pb-grow pb-small pb-muted" role="status">
          {said}
        </span>
      </div>
      {failure && <FailureNotice failure={failure} />}
      {!read && !failure && <p role="status">{text.loading}</p>}
      {read && (
        <>
          {read.tracker ? (
            <PassportFields tracker={read.tracker} counted={countedOf(read.reported)} />
          ) : (
            <Notice kind="info">{text.notKept}</Notice>
          )}
          {read.tracker && (
            <PassportTags
              tracker={read.tracker}
              servers={servers}
              choices={choices}
              used={used ?? []}
              actions={actions}
              onSaid={setSaid}
            />
          )}
          <Timeline
            entries={timeline}
            servers={servers}
            isJudging={read.isJudging}
            isCreationKnown={isCreationKnown(read.events)}
            isFull={isFull}
            unreadable={read.unreadable}
          />
        </>
      )}
    </div>
  );
}

function countedOf(reported: readonly Reported[] | 'failed' | null): readonly Reported[] | string {
  if (reported === null) return reportedText.reading;
  return reported === 'failed' ? reportedText.failed : reported;
}
