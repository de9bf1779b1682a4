import { ConsoleBar } from './ConsoleBar';
import type { ConsoleActions } from './console-actions';
import { LeaveQuestion } from './LeaveQuestion';
import { ListPage } from './ListPage';
import type { PopupModel } from './popup-model';
import { SignedOut } from './SignedOut';
import { TopBar } from './TopBar';
import { TrackerDetail } from './TrackerDetail';

interface PopupAppProps {
  model: PopupModel;
  console: ConsoleActions;
}

/** The whole popup: sign-in, or one of list, form and tag. */
export function PopupApp({ model, console }: PopupAppProps) {
  const { actions, phase, route, session } = model;
  if (phase.value === 'loading') return <main class="pb-app pb-popup" aria-busy="true" />;
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
        <TrackerDetail model={model} />
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
      <ListPage model={model} onSheet={() => void actions.openWorkspace('#/tag-sheets')} />
      {session.value && <ConsoleBar actions={console} />}
    </main>
  );
}
