import { existsSync } from 'node:fs';

import puppeteer from 'puppeteer-core';

import { CommandError } from '../../shared/command-error';
import { startSink, type Sink } from '../sink/sink';
import { createDriver, type Driver, type Driving } from './visitor';

/** Where Chromium and its kin are put by their installers. */
const USUAL = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The program of a local browser: the one that is named, or the first that is there. Fails with `CommandError`. */
export function findChromium(named: string | null): string {
  const program = named ?? process.env.PIGGYBACK_BROWSER ?? USUAL.find((one) => existsSync(one));
  if (program === undefined) throw new CommandError('no-browser');
  if (!existsSync(program)) throw new CommandError('no-browser', program);
  return program;
}

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--mute-audio',
];

/**
 * What closes a browser off from the pixel service: every name of it leads to the sink, whoever in the browser asks,
 * whose certificate it trusts and no other. A proxy would resolve names itself, and QUIC go by another way; and a page of
 * the internet is kept from this machine by Local Network Access, unless its address counts as public.
 */
export function closedOff({ hostRules, endpoints, spkiHash }: Omit<Sink, 'take' | 'close'>) {
  return [
    '--no-proxy-server',
    '--disable-quic',
    `--host-resolver-rules=${hostRules}`,
    `--ip-address-space-overrides=${endpoints.map((one) => `${one}=public`).join(',')}`,
    `--ignore-certificate-errors-spki-list=${spkiHash}`,
  ];
}

/** Starts a browser of its own, with a profile that is new and goes with it. Fails with `CommandError`. */
export async function startLocal(
  program: string,
  { isLive, ownHosts }: { readonly isLive: boolean; readonly ownHosts: readonly string[] },
  driving: Pick<Driving, 'name' | 'listenMs' | 'album' | 'nextId'>,
): Promise<Driver> {
  const sink = isLive ? null : await startSink(ownHosts);
  try {
    const driven = await puppeteer.launch({
      executablePath: program,
      pipe: true,
      // The command itself closes it, and its profile with it.
      handleSIGINT: false,
      handleSIGTERM: false,
      defaultViewport: { width: 1280, height: 900 },
      args: [
        ...QUIET,
        ...(sink ? closedOff(sink) : []),
        // Chromium refuses to run as root otherwise, as in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    return createDriver(driven, {
      ...driving,
      isChromium: true,
      take: sink?.take ?? null,
      async close() {
        await driven.close().catch(() => {});
        await sink?.close();
      },
    });
  } catch {
    await sink?.close();
    throw new CommandError('browser-not-started', program);
  }
}
