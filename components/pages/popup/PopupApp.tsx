import { useRef } from 'preact/hooks';

import { ConsoleBar } from './ConsoleBar';
import type { ConsoleActions } from './console-actions';
import { LeaveQuestion } from '@/components/pages/trackers/LeaveQuestion';
import { ListPage } from '@/components/pages/trackers/ListPage';
import { NotStarted } from '@/components/pages/trackers/NotStarted';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { WhoMenu } from '@/components/pages/trackers/WhoMenu';
import { SignedOut } from '@/components/pages/trackers/SignedOut';
import { TopBar } from './TopBar';
import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

interface PopupAppProps {
  model: TrackersModel;
  console: ConsoleActions;
}

/** The whole popup: sign-in, or one of list, form and tag. */
export function PopupApp(props: PopupAppProps) {
  const { phase, startFailure } = props.model;
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const isBusy = phase.value === 'loading' && startFailure.value === null;
  return (
    <main ref={main} class="pb-app pb-popup" aria-busy={isBusy}>
      <View {...props} />
    </main>
  );
}

function View({ model, console }: PopupAppProps) {
  const { actions, phase, route, session } = model;
  if (phase.value === 'loading') return <NotStarted model={model} />;
  if (phase.value === 'signed-out') return <SignedOut model={model} />;
  if (route.value.view !== 'list') {
    return (
      <>
        <div class="pb-row pb-who-line">
          <WhoMenu model={model} />
        </div>
        <OpenTracker model={model} takesFocus />
      </>
    );
  }
  return (
    <>
      <TopBar
        who={<WhoMenu model={model} />}
        onSidePanel={console.openSidePanel}
        onWorkspace={() => void actions.openWorkspace('#/trackers')}
        onOptions={() => void actions.openOptions()}
        onSignOut={() => void model.leave()}
      />
      <LeaveQuestion model={model} />
      <ListPage
        model={model}
        takesFocus
        onSheet={() => void actions.openWorkspace('#/tag-sheets')}
      />
      {session.value && <ConsoleBar actions={console} />}
    </>
  );
}
