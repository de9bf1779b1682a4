import { ConsoleBar } from './ConsoleBar';
import type { ConsoleActions } from './console-actions';
import { LeaveQuestion } from '@/components/pages/trackers/LeaveQuestion';
import { ListPage } from '@/components/pages/trackers/ListPage';
import { NotStarted } from '@/components/pages/trackers/NotStarted';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { SignedOut } from '@/components/pages/trackers/SignedOut';
import { TopBar } from './TopBar';
import { OpenTracker } from '@/components/pages/trackers/OpenTracker';

interface PopupAppProps {
  model: TrackersModel;
  console: ConsoleActions;
}

/** The whole popup: sign-in, or one of list, form and tag. */
export function PopupApp({ model, console }: PopupAppProps) {
  const { actions, phase, route, session } = model;
  if (phase.value === 'loading') {
    return (
      <main class="pb-app pb-popup" aria-busy={model.startFailure.value === null}>
        <NotStarted model={model} />
      </main>
    );
  }
  if (phase.value === 'signed-out') {
    return (
      <main class="pb-app pb-popup">
        <SignedOut model={model} />
      </main>
    );
  }
  if (route.value.view !== 'list') {
    return (
      <main class="pb-app pb-popup">
        <OpenTracker model={model} />
      </main>
    );
  }
  return (
    <main class="pb-app pb-popup">
      <TopBar
        session={session.value}
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
    </main>
  );
}
