import type { DatabaseSync } from 'node:sqlite';

import { createConsoleSite } from './ads/console-site.ts';
import { CONSOLES } from './ads/consoles.ts';
import { createReviveSite, createSizmekSite, withGamPages } from './ads/lookalikes/sites.ts';
import { createNewsSite } from './ads/news-site.ts';
import { createServeSite } from './ads/serve-site.ts';
import { createStartSite } from './ads/start-site.ts';
import type { AdReports } from './ad-reports/file.ts';
import { createApi } from './api/app.ts';
import { createMeter, type Limits } from './api/limits.ts';
import type { ReportDesk } from './api/report/desk.ts';
import { createSessions } from './api/sessions.ts';
import { createControlSite } from './control/app.ts';
import type { Runs } from './delivery/runs.ts';
import { createEditorsSite } from './editors/site.ts';
import { createEmbedSite } from './embed/embed-site.ts';
import type { FaultBook } from './faults/book.ts';
import { HOSTS } from './hosts.ts';
import { createPixelSite } from './pixel/app.ts';
import type { PixelLog } from './pixel/log.ts';
import type { Site } from './server/site.ts';
import type { Clock } from './time.ts';
import { WORLD } from './world.ts';

interface SiteDeps {
  readonly db: DatabaseSync;
  readonly now: Clock;
  readonly limits: Limits;
  readonly faults: FaultBook;
  readonly pixels: PixelLog;
  readonly reports: ReportDesk;
  readonly runs: Runs;
  readonly adReports: AdReports;
}

/** Every site of the sandbox by its host: what is plugged into what. */
export function createSites(deps: SiteDeps): Map<string, Site> {
  const { db, now, limits, faults, pixels, reports, runs, adReports } = deps;
  const sessions = createSessions(db, now);
  const meter = createMeter(limits, now);
  const pixelSite = createPixelSite({ db, now, log: pixels, faults });
  const editorsSite = createEditorsSite();
  return new Map<string, Site>([
    [HOSTS.api, createApi({ db, now, sessions, meter, faults, reports })],
    [HOSTS.pixel, pixelSite],
    [HOSTS.pixelSecure, pixelSite],
    ...CONSOLES.map((console): [string, Site] => {
      const site = createConsoleSite(db, console);
      return [console.host, console.key === 'gam' ? withGamPages(site) : site];
    }),
    [HOSTS.revive, createReviveSite()],
    [HOSTS.sizmek, createSizmekSite()],
    [HOSTS.news, createNewsSite(db)],
    [HOSTS.ads, createServeSite(db)],
    [HOSTS.editors, editorsSite],
    [HOSTS.frames, editorsSite],
    [HOSTS.start, createStartSite(db, WORLD)],
    [
      HOSTS.control,
      createControlSite({ pixels, faults, reports: reports.settings, runs, adReports }),
    ],
    [HOSTS.embed, createEmbedSite()],
  ]);
}
