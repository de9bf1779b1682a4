import { accountContract } from './account/contract';
import { openingContract } from './builder/opening-contract';
import { consoleContract } from './console/contract';
import { toolbarContract } from './toolbar/contract';
import { recordingContract } from './recording/contract';
import { reportsContract } from './reports/contract';
import { rehearsalContract } from './rehearsal/contract';
import { bulkContract } from './trackers/bulk-contract';
import { trackersContract } from './trackers/contract';
import { visitsContract } from './visits/contract';
import { workspaceContract } from './workspace/contract';

/** Every domain's messages but those of an open builder, which no other page has to carry. */
export const commonContract = {
  ...accountContract,
  ...trackersContract,
  ...bulkContract,
  ...openingContract,
  ...consoleContract,
  ...visitsContract,
  ...workspaceContract,
  ...toolbarContract,
  ...recordingContract,
  ...rehearsalContract,
  ...reportsContract,
};
