import { useEffect } from 'preact/hooks';

import type { ActsModel } from './acts-model';
import { CopyTags } from './CopyTags';
import { ExportTrackers } from './ExportTrackers';
import { MakeTagSheet } from './MakeTagSheet';
import { NewVerification } from './NewVerification';
import { SwitchMany } from './SwitchMany';

/** The act that is chosen, before it is done: on which trackers, and how. */
export function ActDialog({ model }: { model: ActsModel }) {
  useEffect(() => model.away, [model]);
  switch (model.act.value) {
    case null:
      return null;
    case 'activate':
      return <SwitchMany key="active" model={model} state="active" />;
    case 'deactivate':
      return <SwitchMany key="inactive" model={model} state="inactive" />;
    case 'tags':
      return <CopyTags model={model} />;
    case 'sheet':
      return <MakeTagSheet model={model} />;
    case 'verify':
      return <NewVerification model={model} />;
    case 'export':
      return <ExportTrackers model={model} />;
  }
}
