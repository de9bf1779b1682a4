import { accessRoom } from './rooms/access';
import { account } from './rooms/account';
import { bulkRooms } from './rooms/bulk';
import { controls } from './rooms/controls';
import { optionsRoom } from './rooms/options';
import { pages } from './rooms/pages';
import { panelNoticesRoom } from './rooms/panel-notices';
import { reportsRooms } from './rooms/reports';
import { rulesRoom } from './rooms/rules';
import { sheetRoom } from './rooms/sheets';
import { tags } from './rooms/tags';
import { trackers } from './rooms/trackers';
import { trialRoom } from './rooms/trial';
import { verificationRoom } from './rooms/verification';
import { verificationRunRoom } from './rooms/verification-run';
import { visitsRoom } from './rooms/visits';
import type { State } from './state';

/** All there is to see in the gallery. */
export const STATES: readonly State[] = [
  ...controls,
  ...account,
  ...trackers,
  ...tags,
  ...sheetRoom,
  ...bulkRooms,
  ...trialRoom,
  ...verificationRoom,
  ...verificationRunRoom,
  ...panelNoticesRoom,
  ...accessRoom,
  ...visitsRoom,
  ...reportsRooms,
  ...rulesRoom,
  ...optionsRoom,
  ...pages,
];
