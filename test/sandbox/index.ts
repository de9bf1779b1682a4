import { DEFAULT_LIMITS, type Limits } from './api/limits.ts';
import { type AdReportFile, createAdReports } from './ad-reports/file.ts';
import type { AdReportInput } from './ad-reports/order.ts';
import { createReportDesk } from './api/report/desk.ts';
import { createReportSettings, type ReportOptionsInput } from './api/report/options.ts';
import { createRuns, type RunInput } from './delivery/runs.ts';
import { createFaultBook } from './faults/book.ts';
import type { FaultInput } from './faults/schema.ts';
import { hostRulesFor } from './hosts.ts';
import { createPixelLog, type PixelHit } from './pixel/log.ts';
import { createCertificate } from './server/certificate.ts';
import { dispatchByHost, dispatchPlain } from './server/dispatch.ts';
import { listen } from './server/listen.ts';
import { logged } from './server/logged.ts';
import { createSites } from './sites.ts';
import { openDatabase } from './state/database.ts';
import type { Clock } from './time.ts';
import { WORLD, type World } from './world.ts';

export type { Limits } from './api/limits.ts';
export type { AdReportFile } from './ad-reports/file.ts';
export type { AdReportInput } from './ad-reports/order.ts';
export type { ReportOptionsInput } from './api/report/options.ts';
export type { RunInput } from './delivery/runs.ts';
export type { FaultInput } from './faults/schema.ts';
export type { PixelHit } from './pixel/log.ts';
export type { World } from './world.ts';

export interface SandboxOptions {
  /** The TLS port; 0 or none picks a free one. */
  readonly port?: number;
  /** The plain HTTP port, for clients in Node; 0 or none picks a free one. */
  readonly httpPort?: number;
  /** What the world is made from; the same number gives the same world. */
  readonly seed?: number;
  /** A SQLite file that keeps the world; in memory without it. */
  readonly db?: string;
  /** Told of every request. */
  readonly log?: (line: string) => void;
  /** Faults that are on from the start. */
  readonly faults?: FaultInput | readonly FaultInput[];
  readonly limits?: Partial<Limits>;
  /** How reports behave, where that is not as documented. */
  readonly reports?: ReportOptionsInput;
  /** Impressions of days that were before. */
  readonly delivery?: RunInput | readonly RunInput[];
  readonly now?: Clock;
}

export interface Sandbox {
  readonly port: number;
  /** The plain address, e.g. `http://127.0.0.1:40123`. */
  readonly httpUrl: string;
  /** For Chromium's `--host-resolver-rules`, to be joined by commas. */
  readonly hostRules: string[];
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spkiHash: string;
  readonly world: World;
  /** What has reached the pixel endpoint so far. */
  pixelLog(): PixelHit[];
  /** Puts this fault (or these) in the place of all others; null ends them. */
  setFault(fault: FaultInput | readonly FaultInput[] | null): void;
  /** Reports behave so from now on; null, as documented. */
  setReports(options: ReportOptionsInput | null): void;
  /** Puts this history in the place of the one there was. */
  setDelivery(runs: RunInput | readonly RunInput[]): void;
  /** An ad server's own report of that history: the truth, from which the API's reports may deviate. */
  adServerReport(order: AdReportInput): Promise<AdReportFile>;
  close(): Promise<void>;
}

/** Starts the stand-in for the outside world on two ports of this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const log = options.log ?? (() => {});
  const faults = createFaultBook([options.faults ?? []].flat());
  const seed = options.seed ?? 1;
  const db = openDatabase(options.db ?? ':memory:', seed, now);
  const pixels = createPixelLog(db);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const runs = createRuns(db, seed, now);
  const settings = createReportSettings(db);
  if (options.delivery) runs.set(options.delivery);
  if (options.reports) settings.set(options.reports);
  const reports = createReportDesk({ db, now, seed, runs, settings });
  const adReports = createAdReports(db, runs, now);
  const sites = createSites({ db, now, limits, faults, pixels, reports, runs, adReports });
  const certificate = await createCertificate();
  const tls = await listen(logged(dispatchByHost(sites), log), options.port ?? 0, certificate);
  const plain = await listen(logged(dispatchPlain(sites), log), options.httpPort ?? 0).catch(
    async (error: unknown) => {
      // A taken port must not leave the other one open: the process would never end.
      await tls.close();
      throw error;
    },
  );
  return {
    port: tls.port,
    httpUrl: `http://127.0.0.1:${plain.port}`,
    hostRules: hostRulesFor(tls.port),
    spkiHash: certificate.spkiHash,
    world: WORLD,
    pixelLog: () => pixels.all(),
    setFault: (fault) => faults.set(fault),
    setReports: (input) => void settings.set(input),
    setDelivery: (input) => void runs.set(input),
    adServerReport: adReports,
    close: async () => {
      await Promise.all([tls.close(), plain.close()]);
      await reports.close();
      db.close();
    },
  };
}
