import { SignOutDialog } from '@/components/account/SignOutDialog';

import type { TrackersModel } from './trackers-model';

/** While somebody signs out: what becomes of what they recorded and typed. */
export function LeaveQuestion({ model }: { model: TrackersModel }) {
  const { leaving, noted, unsaved, leftOfRuns } = model;
  if (leaving.value === null) return null;
  return (
    <SignOutDialog
      count={leaving.value}
      noted={noted.value}
      unsaved={unsaved.value}
      leftOfRuns={leftOfRuns.value}
      onCancel={() => (leaving.value = null)}
      onSignOut={(recordings) => void model.signOut(recordings)}
    />
  );
}
