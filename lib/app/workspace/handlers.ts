import type { workspaceContract } from '../../messaging/workspace/contract';
import type { HandlersOf } from '../../messaging/wire/answer';

export interface WorkspaceDeps {
  readonly openWorkspace: (address: string) => Promise<void>;
}

/** Leads to the workspace. */
export function createWorkspaceHandlers({
  openWorkspace,
}: WorkspaceDeps): HandlersOf<typeof workspaceContract> {
  return {
    'workspace.open': async ({ address }) => {
      await openWorkspace(address);
      return null;
    },
  };
}
