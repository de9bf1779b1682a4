import { ArrowLeft } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { TagBuilder } from '@/components/tags/TagBuilder';
import { withState } from '@/components/tags/with-state';
import { type WriteTag, writeHere } from '@/components/tags/write-here';
import { TryButton } from '@/components/trial/try-tag';
import { BlockedAudience } from '@/components/ui/BlockedAudience';
import { IconButton } from '@/components/ui/Button';
import { focusIn } from '@/components/ui/focus-in';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { FailureNotice } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { Failure } from '@/lib/core/base/errors';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { builderText } from '@/lib/text/builder/builder';
import { formText } from '@/lib/text/trackers/tracker-form';

export interface TagPageProps {
  trackerId: number;
  actions: Pick<TrackerActions, 'findTracker' | 'open' | 'copy' | 'noteCopied'>;
  /** Makes a failure of an error; a dead token leads to sign-in. */
  fail: (error: unknown) => Failure;
  /** Whether its first choice takes the focus as it appears. */
  takesFocus?: boolean;
  servers: readonly AdServer[];
  choices: TagChoices;
  onChoices: (choices: TagChoices) => void;
  onBack: () => void;
}

/** The tag of one tracker. */
export function TagPage(props: TagPageProps) {
  const { trackerId, actions, fail, servers } = props;
  const [tracker, setTracker] = useState<Tracker | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    actions
      .findTracker(trackerId)
      .then(async (found) => setTracker(found ?? (await actions.open(trackerId))))
      .catch((error: unknown) => setFailure(fail(error)));
  }, [actions, fail, trackerId]);
  const page = useRef<HTMLDivElement>(null);
  const isShown = tracker !== null;
  useLayoutEffect(
    () => void (props.takesFocus && focusIn(page.current, 'input:checked', 'input, select')),
    [isShown],
  );
  const state = tracker?.state ?? 'active';
  const write = useMemo((): WriteTag => {
    const plain = writeHere(servers);
    return (ref, choices) => withState(plain(ref, choices), state);
  }, [servers, state]);
  const view = tracker && write(tracker, props.choices);
  return (
    <div ref={page} class="pb-stack">
      <header class="pb-row">
        <IconButton icon={ArrowLeft} label={formText.back} onClick={props.onBack} />
        <h1 class="pb-grow">
          <MiddleClip text={tracker?.name ?? builderText.title} />
        </h1>
        <span class="pb-muted">{trackerId}</span>
      </header>
      {failure && <FailureNotice failure={failure} />}
      {tracker && (
        <TagBuilder
          tracker={tracker}
          servers={servers}
          write={write}
          choices={props.choices}
          onChoices={props.onChoices}
          onCopy={async (tag) => {
            if (!(await actions.copy(tag))) return 'copy-failed';
            const { adServerId, type } = props.choices;
            void actions.noteCopied([tracker.id], adServerId, type);
            return 'done';
          }}
        />
      )}
      {view && (
        <div>
          <TryButton tag={view.usable ? view.text : null} serverId={props.choices.adServerId} />
        </div>
      )}
      {tracker && <BlockedAudience />}
    </div>
  );
}
