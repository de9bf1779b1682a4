/**
 * What the browser has to have granted. All sites: a rule acts on a request only where the page that asks is among
 * those granted as well, and ads stand in frames of any site.
 */
export const REHEARSAL_GRANTS = {
  permissions: ['declarativeNetRequestWithHostAccess'],
  origins: ['https://*/*', 'http://*/*'],
} as const;
