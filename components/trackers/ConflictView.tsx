import { ArrowLeft } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { FailureNotice, StatedNotice } from '@/components/ui/Notice';
import { type Failure, toFailure, toStorageFailure } from '@/lib/core/base/errors';
import { checkDraft, type TrackerDraft } from '@/lib/core/tracker/draft';
import {
  allOf,
  compareVersions,
  type Decisions,
  differingFields,
  mergeVersions,
  sideOf,
  type Version,
} from '@/lib/core/tracker/versions';
import { readOnlyText } from '@/lib/text/trackers/form-remarks';
import { modifiedText } from '@/lib/text/trackers/modified';
import { versionsText as text } from '@/lib/text/trackers/versions';
import { draftProblemText, formText } from '@/lib/text/trackers/tracker-form';

import { VersionsTable } from './VersionsTable';

export interface ConflictViewProps {
  trackerId: number;
  /** The tracker as it was when the form was opened. */
  began: TrackerDraft;
  theirs: Version;
  mine: TrackerDraft;
  /** What is decided so far. */
  decisions: Decisions;
  canWrite: boolean;
  /** Something is decided: shown, and kept. */
  onDecided: (decisions: Decisions) => Promise<unknown>;
  /** Saves what was decided, in the place of theirs. */
  onSave: (merged: TrackerDraft) => Promise<void>;
  onBack: () => void;
}

/** Somebody else has changed the tracker: both versions field by field, and a person decides. */
export function ConflictView(props: ConflictViewProps) {
  const { trackerId, began, theirs, mine, decisions } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What it came from is gone, and the focus with it.
  useLayoutEffect(() => heading.current?.focus(), [theirs]);

  const differences = compareVersions(began, theirs.draft, mine);
  const merged = mergeVersions(differences, decisions, theirs.draft, mine);
  const open = differences.filter((one) => !one.isOfPublisher && sideOf(one, decisions) === null);
  // What was half typed may be compared, too.
  const problems = merged === null ? [] : Object.values(checkDraft(merged, theirs.draft));
  const isNothing = merged !== null && differingFields(theirs.draft, merged).length === 0;

  const decide = (next: Decisions) => {
    setFailure(null);
    props.onDecided(next).catch((error: unknown) => setFailure(toStorageFailure(error)));
  };
  const save = async () => {
    if (merged === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await props.onSave(merged);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="pb-form pb-stack">
      <header class="pb-row">
        <IconButton icon={ArrowLeft} label={text.back} onClick={props.onBack} />
        <h1 ref={heading} class="pb-grow" tabIndex={-1}>
          {text.title}
        </h1>
      </header>
      <StatedNotice
        kind="warning"
        sentence={text.sentence(trackerId, modifiedText(theirs, readOnlyText.unknown))}
        next={text.next}
      />
      <div class="pb-row pb-versions-all">
        <Button disabled={busy} onClick={() => decide(allOf(differences, 'mine'))}>
          {text.keepMine}
        </Button>
        <Button disabled={busy} onClick={() => decide(allOf(differences, 'theirs'))}>
          {text.takeTheirs}
        </Button>
      </div>
      {differences.length === 0 && <p>{text.same}</p>}
      <VersionsTable
        differences={differences}
        began={began}
        theirs={theirs.draft}
        mine={mine}
        decisions={decisions}
        disabled={busy}
        onDecide={(field, side) => decide({ ...decisions, [field]: side })}
      />
      <p class="pb-muted pb-small">{text.notAtomic}</p>
      <footer class="pb-stack pb-actions">
        {failure && <FailureNotice failure={failure} />}
        <div class="pb-row">
          <Button
            kind="primary"
            disabled={busy || merged === null || problems.length > 0 || !props.canWrite}
            onClick={() => void save()}
          >
            {busy ? formText.saving : isNothing ? text.leave : text.save}
          </Button>
          <span role="status" class="pb-muted pb-small">
            {open.length > 0 && text.open(open.length)}
            {problems.map((problem) => text.unfinished(draftProblemText[problem])).join(' ')}
          </span>
        </div>
      </footer>
    </section>
  );
}
