import { AppError } from '../../core/base/errors';
import { askForRequests } from './ask-for-requests';

/**
 * What visits of pages take: `webRequest` tells only of requests whose own host and whose page's are both granted, and
 * which hosts a page's frames have is known only once it was visited.
 */
export const ALL_SITES = {
  permissions: ['webRequest'],
  origins: ['https://*/*', 'http://*/*'],
} satisfies { permissions: 'webRequest'[]; origins: string[] };

/**
 * Asks for it, and gives whether it is granted. Must be called in the person's own click. Fails with `access-later` where
 * the browser tells of requests from its next start only: visits would fire pixels, which are billed, and record none.
 */
export async function askForVisits(): Promise<boolean> {
  const answer = await askForRequests(ALL_SITES.origins).catch(() => 'refused');
  if (answer === 'allowed-later') throw new AppError('access-later');
  return answer === 'allowed';
}
