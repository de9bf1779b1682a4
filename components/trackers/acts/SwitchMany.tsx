import { useMemo, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { planState } from '@/lib/core/tracker-sheet/state-plan';
import type { TrackerState } from '@/lib/core/tracker/tracker';
import { errorText } from '@/lib/text/errors';
import { actsText as text } from '@/lib/text/trackers/acts';

import { ActFrame } from './ActFrame';
import type { ActsModel, BulkEnd } from './acts-model';

/** Names that are listed; of more it is said how many there are. */
const LISTED = 10;
/** The same of those that could not be changed. */
const LISTED_FAILED = 20;

type Step =
  | { readonly at: 'asking' }
  | { readonly at: 'going'; readonly done: number; readonly isStopping: boolean }
  | { readonly at: 'ended'; readonly end: BulkEnd }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Switches trackers on or off: first what would change, then how far it is, then what came of it. */
export function SwitchMany({ model, state }: { model: ActsModel; state: TrackerState }) {
  const [step, setStep] = useState<Step>({ at: 'asking' });
  const stopper = useRef(new AbortController());
  const advertiser = model.stores.advertiser.value;
  // A run is of one advertiser.
  const trackers = model.trackers.value.filter((one) => one.advertiserId === advertiser?.id);
  const others = model.trackers.value.length - trackers.length;
  // What is being sent stays what was asked about, whatever the list shows meanwhile.
  const plan = useRef(planState(trackers, state));
  if (step.at === 'asking') plan.current = planState(trackers, state);
  const rows = plan.current;
  const changing = useMemo(() => rows.filter(({ kind }) => kind === 'change'), [rows]);
  const isTooMany = rows.length > MAX_TRACKER_ROWS;

  const start = async () => {
    setStep({ at: 'going', done: 0, isStopping: false });
    try {
      if (advertiser === null) return;
      const end = await model.actions.startBulk(advertiser, rows, {
        signal: stopper.current.signal,
        onDone: (done) => setStep((now) => (now.at === 'going' ? { ...now, done } : now)),
      });
      if (end.failed.length + end.notSent === 0 && end.failure === null) {
        model.close({ kind: 'pass', text: text.done(end.changed, state) });
      } else setStep({ at: 'ended', end });
    } catch (error) {
      setStep({ at: 'failed', failure: model.stores.fail(error) });
    }
  };
  const stop = () => {
    stopper.current.abort();
    setStep((now) => (now.at === 'going' ? { ...now, isStopping: true } : now));
  };

  return (
    <ActFrame
      model={model}
      title={text.switchTitle(state)}
      onStop={step.at === 'going' ? stop : null}
      cancel={step.at === 'asking' ? text.cancel : text.close}
      buttons={
        step.at === 'asking' ? (
          <Button
            kind="primary"
            disabled={changing.length === 0 || isTooMany}
            onClick={() => void start()}
          >
            {text.doSwitch(changing.length, state)}
          </Button>
        ) : (
          step.at === 'going' && (
            <Button disabled={step.isStopping} onClick={stop}>
              {step.isStopping ? text.stopping : text.stop}
            </Button>
          )
        )
      }
    >
      {step.at === 'asking' && (
        <>
          <p>
            <strong>{text.willChange(changing.length, state)}</strong>{' '}
            {rows.length > changing.length && text.unchanged(rows.length - changing.length, state)}
          </p>
          {others > 0 && <Notice kind="warning">{text.otherOwner(others)}</Notice>}
          {isTooMany && <Notice kind="warning">{text.tooMany(MAX_TRACKER_ROWS)}</Notice>}
          {state === 'inactive' && changing.length > 0 && (
            <p class="pb-muted pb-small">{text.inactiveWhy}</p>
          )}
          {changing.length > 0 && <Names names={changing.map(({ name }) => name)} />}
        </>
      )}
      {step.at === 'going' && (
        <div role="status">
          <p>{text.going(step.done, changing.length)}</p>
          <progress class="pb-progress" max={changing.length} value={step.done} />
        </div>
      )}
      {step.at === 'ended' && <Ended end={step.end} state={state} />}
      {step.at === 'failed' && <FailureNotice failure={step.failure} />}
    </ActFrame>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <div class="pb-act-list" role="group" aria-label={text.changes}>
      <ul>
        {names.slice(0, LISTED).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {names.length > LISTED && <p class="pb-muted">{text.more(names.length - LISTED)}</p>}
    </div>
  );
}

function Ended({ end, state }: { end: BulkEnd; state: TrackerState }) {
  const { changed, failed, notSent, failure } = end;
  return (
    <div role="status">
      <p>
        {text.done(changed, state)} {notSent > 0 && text.stopped(notSent)}
      </p>
      {failure && <FailureNotice failure={failure} />}
      {failed.length > 0 && (
        <>
          <p>{text.failed(failed.length)}</p>
          <div class="pb-act-list" role="group" aria-label={text.failed(failed.length)}>
            <ul>
              {failed.slice(0, LISTED_FAILED).map(({ name, failure }, index) => (
                <li key={index}>
                  {name}: {errorText(failure).sentence}
                </li>
              ))}
            </ul>
            {failed.length > LISTED_FAILED && (
              <p class="pb-muted">{text.more(failed.length - LISTED_FAILED)}</p>
            )}
          </div>
        </>
      )}
    </div>
  );
}
