import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A browser that nobody drives yet. */
export interface BrowserApart {
  readonly endpoint: string;
  /** As a machine that loses its power. */
  kill(): void;
  close(): Promise<void>;
}

/** A Chromium that waits to be driven by CDP; `agent` is what it says it is. */
export function startChromiumApart(agent: string, hostRules: string): Promise<BrowserApart> {
  return start(process.env.PIGGYBACK_BROWSER ?? '/usr/bin/chromium', {}, (profile) => [
    '--headless=new',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--user-agent=${agent}`,
    `--host-resolver-rules=${hostRules}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ]);
}

/** A Firefox that waits to be driven by WebDriver BiDi, with preferences of its own. */
export async function startFirefoxApart(
  preferences: Readonly<Record<string, string | number | boolean>>,
): Promise<BrowserApart> {
  const program = process.env.PIGGYBACK_FIREFOX ?? '/usr/bin/firefox-esr';
  const { endpoint, ...started } = await start(program, preferences, (profile) => [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    'about:blank',
  ]);
  return { ...started, endpoint: `${endpoint}/session` };
}

async function start(
  program: string,
  preferences: Readonly<Record<string, string | number | boolean>>,
  args: (profile: string) => readonly string[],
): Promise<BrowserApart> {
  const profile = await mkdtemp(path.join(tmpdir(), 'piggyback-apart-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  if (lines.length > 0) await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  // A group of its own, as it starts others.
  const child = spawn(program, args(profile), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  const closed = once(child, 'close');
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error(`${program} ended: ${said}`)));
  });
  return {
    endpoint,
    kill,
    async close() {
      kill();
      await closed;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
