import { useMemo, useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { MAX_TRACKER_ROWS } from '@/lib/core/base/limits';
import { planState } from '@/lib/core/tracker-sheet/state-plan';
import type { TrackerState } from '@/lib/core/tracker/tracker';
import { actsText as text } from '@/lib/text/trackers/acts';
import { switchRunText } from '@/lib/text/trackers/switch-run';

import { ActFrame } from './ActFrame';
import type { ActsModel } from './acts-model';
import { SwitchEnded } from './SwitchEnded';
import { SwitchGoing } from './SwitchGoing';
import type { SwitchStep } from './switch-run';

/** Names that are listed; of more it is said how many there are. */
const LISTED = 10;
const ACTS = { active: 'activate', inactive: 'deactivate' } as const;

/** Switches trackers on or off: first what would change, then how far it is, then what came of it. */
export function SwitchMany({ model, state }: { model: ActsModel; state: TrackerState }) {
  const { switching, stores } = model;
  const step = switching.step.value;
  const advertiser = stores.advertiser.value;
  // A run is of one advertiser.
  const trackers = model.trackers.value.filter((one) => one.advertiserId === advertiser?.id);
  const others = model.trackers.value.length - trackers.length;
  // What is being sent stays what was asked about, whatever the list shows meanwhile.
  const plan = useRef(planState(trackers, state));
  if (step.at === 'asking') plan.current = planState(trackers, state);
  const rows = plan.current;
  const changing = useMemo(() => rows.filter(({ kind }) => kind === 'change'), [rows]);
  const isTooMany = changing.length > MAX_TRACKER_ROWS;
  const isOff = changing.length === 0 || isTooMany || !stores.canWrite.value;

  const start = async () => {
    if (advertiser === null || isOff) return;
    const close = model.closing();
    const account = stores.openFor.value;
    const end = await switching.start({ advertiser, act: ACTS[state], rows: changing, account });
    if (end && end.failed.length + end.notSent === 0 && end.failure === null) {
      close({ kind: 'pass', text: text.done(end.changed, state) });
    }
  };
  const see = (id: string) => {
    model.close();
    model.ways.toRun(id);
  };
  const id = runIdOf(step);

  return (
    <ActFrame
      model={model}
      title={text.switchTitle(state)}
      isAsking={step.at === 'asking'}
      onStop={step.at === 'going' ? switching.stop : null}
      cancel={step.at === 'asking' ? text.cancel : text.close}
      buttons={
        <>
          {/* One button all along: it keeps the focus, and a second press on what began it does not end it. */}
          {step.at === 'asking' ? (
            <Button key="first" kind="primary" disabled={isOff} onClick={() => void start()}>
              {text.doSwitch(changing.length, state)}
            </Button>
          ) : (
            (step.at === 'going' || id !== undefined) && (
              <Button
                key="first"
                disabled={id === undefined}
                title={step.at === 'going' ? switchRunText.leaveWhy : undefined}
                onClick={() => id !== undefined && see(id)}
              >
                {switchRunText.see}
              </Button>
            )
          )}
          {step.at === 'going' && (
            <Button disabled={step.isStopping} onClick={switching.stop}>
              {step.isStopping ? text.stopping : text.stop}
            </Button>
          )}
        </>
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
          {!stores.canWrite.value && <Notice kind="warning">{switchRunText.mayNot}</Notice>}
          {state === 'inactive' && changing.length > 0 && (
            <p class="pb-muted pb-small">{text.inactiveWhy}</p>
          )}
          {changing.length > 0 && <Names names={changing.map(({ name }) => name)} />}
        </>
      )}
      {step.at === 'going' && <SwitchGoing step={step} />}
      {step.at === 'ended' && <SwitchEnded end={step.end} state={state} />}
      {step.at === 'failed' && (
        <FailureNotice failure={step.failure}>
          {step.id !== undefined && <p>{switchRunText.mayGoOn}</p>}
          {step.failure.code === 'run-going' && (
            <a href="#/trackers/runs">{switchRunText.toRuns}</a>
          )}
        </FailureNotice>
      )}
    </ActFrame>
  );
}

function runIdOf(step: SwitchStep): string | undefined {
  switch (step.at) {
    case 'asking':
      return undefined;
    case 'going':
      return step.moved?.id;
    case 'ended':
      return step.end?.id;
    case 'failed':
      return step.id;
  }
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
