import type { SessionInfo } from '@/lib/core/account/session';

/** Somebody who has signed in, of a member and perhaps another environment. */
export function infoOf(part: Partial<SessionInfo> = {}): SessionInfo {
  return {
    baseUrl: 'https://api.appnexus.com',
    userId: 1,
    username: 'trafficker',
    readOnly: false,
    memberId: 2,
    memberName: 'Tidewater Ads',
    trackersEnabled: true,
    ...part,
  };
}
