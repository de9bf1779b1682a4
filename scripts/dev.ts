// `npm run dev`: WXT's live reload in a browser whose host names lead to the sandbox.
import { createServer } from 'wxt';

import { startSandbox } from '../test/sandbox/index.ts';

const hasDisplay =
  process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const sandbox = await startSandbox();
const { username, password } = sandbox.world.credentials;
const server = await createServer({
  webExt: {
    ...(process.env.PIGGYBACK_BROWSER && {
      binaries: { chrome: process.env.PIGGYBACK_BROWSER, chromium: process.env.PIGGYBACK_BROWSER },
    }),
    chromiumArgs: [
      `--host-resolver-rules=${sandbox.hostRules.join(', ')}`,
      '--ignore-certificate-errors',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(hasDisplay ? [] : ['--headless=new', '--disable-gpu']),
    ],
    startUrls: ['https://start.sandbox.test/'],
  },
});
await server.start();
console.log(`Sandbox on port ${sandbox.port}: ${username} / ${password}`);
