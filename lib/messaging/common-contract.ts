import { accountContract } from './account/contract';
import { openingContract } from './builder/opening-contract';
import { consoleContract } from './console/contract';
import { trackersContract } from './trackers/contract';
import { visitsContract } from './visits/contract';
import { workspaceContract } from './workspace/contract';

/** Every domain's messages but those of an open builder, which no other page has to carry. */
export const commonContract = {
  ...accountContract,
  ...trackersContract,
  ...openingContract,
  ...consoleContract,
  ...visitsContract,
  ...workspaceContract,
};
