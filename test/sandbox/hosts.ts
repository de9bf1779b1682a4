/** The names the sandbox answers to. Every one but `*.sandbox.test` is a real name of the outside world. */
export const HOSTS = {
  api: 'api.appnexus.com',
  pixel: 'ib.adnxs.com',
  pixelSecure: 'secure.adnxs.com',
  gam: 'admanager.google.com',
  kevel: 'app.kevel.co',
  sizmek: 'platform.sizmek.com',
  demo: 'demo-adserver.sandbox.test',
  revive: 'revive.sandbox.test',
  news: 'news.sandbox.test',
  ads: 'ads.sandbox.test',
  editors: 'editors.sandbox.test',
  frames: 'frames.sandbox.test',
  start: 'start.sandbox.test',
  control: 'control.sandbox.test',
  embed: 'embed.sandbox.test',
} as const;

export const ALL_HOSTS: readonly string[] = Object.values(HOSTS);

/**
 * Rules for Chromium's `--host-resolver-rules`: our names lead to the TLS port, nothing else
 * resolves, so that no test and no demo ever reaches (and bills) the real service.
 */
export function hostRulesFor(port: number): string[] {
  return [
    ...ALL_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
}
