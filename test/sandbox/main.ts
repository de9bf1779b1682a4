import { parseArgs } from 'node:util';

import { z } from 'zod';

import { CONSOLES } from './ads/consoles.ts';
import { readReportOptions } from './api/report/options.ts';
import { readRuns } from './delivery/runs.ts';
import { type FaultInput, readFaults } from './faults/schema.ts';
import { HOSTS } from './hosts.ts';
import { type Sandbox, startSandbox } from './index.ts';

const HELP = `The sandbox: a local stand-in for the API, the pixel endpoint and three ad servers.

  node test/sandbox/main.ts [options]

  --port N         TLS port (8443)
  --http-port N    plain HTTP port (8080)
  --db FILE        keep the world in this SQLite file
  --seed N         make the world from this number (1)
  --fault FAULT    a kind (slow, 429, 503, expired, drop, malformed, lag, pixel-status, pixel-drop,
                   pixel-cacheable) or JSON, e.g. '{"kind":"slow","ms":500,"times":3}'; repeatable
  --reports JSON   how reports behave, e.g. '{"pendingPolls":3,"csvType":"text/html","lagHours":4}'
  --delivery JSON  impressions of days before, and why they are counted otherwise than served, e.g.
                   '{"advertiser":700101,"days":14,"causes":[{"kind":"blocked"}]}'; repeatable. Causes:
                   time-zone, fired-twice, constant-cachebuster, missing-cachebuster, started-later,
                   ended-earlier, bad-day, inactive, blocked, late
  --quiet          do not print requests
  --help           this text
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    'http-port': { type: 'string', default: '8080' },
    db: { type: 'string' },
    seed: { type: 'string', default: '1' },
    fault: { type: 'string', multiple: true, default: [] },
    reports: { type: 'string' },
    delivery: { type: 'string', multiple: true, default: [] },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  await run().catch((error: unknown) => {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
    process.exitCode = 1;
  });
}

async function run(): Promise<void> {
  const sandbox = await startSandbox({
    port: wholeNumber('port', values.port),
    httpPort: wholeNumber('http-port', values['http-port']),
    seed: wholeNumber('seed', values.seed),
    faults: values.fault.flatMap(readFault),
    ...(values.reports !== undefined && { reports: readReportOptions(readJson(values.reports)) }),
    ...(values.delivery.length > 0 && {
      delivery: values.delivery.flatMap((text) => readRuns(readJson(text))),
    }),
    ...(values.db !== undefined && { db: values.db }),
    ...(!values.quiet && { log: (line: string) => console.log(line) }),
  });
  console.log(greeting(sandbox));
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function readFault(text: string): FaultInput[] {
  const input: unknown = text.startsWith('{') ? JSON.parse(text) : { kind: text };
  return readFaults(input);
}

function readJson(text: string): unknown {
  return JSON.parse(text);
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}

function greeting(sandbox: Sandbox): string {
  const { username, password } = sandbox.world.credentials;
  return [
    `TLS      https://127.0.0.1:${sandbox.port} (by host name)`,
    `HTTP     ${sandbox.httpUrl} (the API; other hosts by X-Sandbox-Host)`,
    `Sign in  ${username} / ${password}`,
    '',
    `Guide    https://${HOSTS.start}/`,
    ...CONSOLES.map(({ host, speaks }) => `Console  https://${host}/ (${speaks})`),
    `Article  https://${HOSTS.news}/article?creative=138412066`,
    `Log      https://${HOSTS.control}/pixels`,
    '',
    'These names work in a Chromium started with',
    `  --ignore-certificate-errors-spki-list=${sandbox.spkiHash}`,
    `  --host-resolver-rules="${sandbox.hostRules.join(', ')}"`,
    '',
  ].join('\n');
}
