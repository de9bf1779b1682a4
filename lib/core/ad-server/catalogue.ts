import type { AdServer } from './ad-server';
import { DIALECTS } from './dialects';
import { PASTE_WHERE } from './paste-where';

/** Match patterns of the consoles, by ad server; from the same reference as the dialects. */
const CONSOLES: Readonly<Partial<Record<string, readonly string[]>>> = {
  cm360: ['https://campaignmanager.google.com/*'],
  gam: ['https://admanager.google.com/*'],
  dv360: ['https://displayvideo.google.com/*'],
  sizmek: ['https://platform.sizmek.com/*'],
  adform: ['https://www.adform.com/*'],
  ttd: ['https://desk.thetradedesk.com/*'],
  xandr: [
    'https://monetize.xandr.com/*',
    'https://invest.xandr.com/*',
    'https://curate.xandr.com/*',
  ],
  kevel: ['https://app.kevel.co/*'],
  'equativ-direct': ['https://manage.smartadserver.com/*'],
  freewheel: ['https://mrm.freewheel.tv/*'],
  'yahoo-dsp': ['https://dsp.yahooinc.com/*'],
  springserve: ['https://console.springserve.com/*', 'https://video.springserve.com/*'],
};

/** The ad servers that come with Piggyback. */
export const AD_SERVERS: readonly AdServer[] = DIALECTS.map((server) => ({
  ...server,
  hosts: CONSOLES[server.id] ?? [],
  pasteWhere: PASTE_WHERE[server.id] ?? null,
}));
