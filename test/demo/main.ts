import path from 'node:path';
import { parseArgs } from 'node:util';

import { startSandbox } from '../sandbox/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildWithHosts } from '../support/build.ts';
import { createScreens } from '../support/screens.ts';
import { areEqual, runLoop } from './loop.ts';

const { values } = parseArgs({
  options: { headless: { type: 'boolean' }, seed: { type: 'string', default: '1' } },
});
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const headless = values.headless === true || !display;
const CONSOLES = ['https://admanager.google.com/*', 'https://app.kevel.co/*'];

const sandbox = await startSandbox({ seed: Number(values.seed) });
console.log(`The sandbox runs on https://127.0.0.1:${sandbox.port}`);
// The browser's own prompt for a console's host needs a person; here it is answered beforehand.
const extension = await buildWithHosts('demo', CONSOLES);
const launched = await launchBrowser({ extension, hostRules: sandbox.hostRules, headless });

if (headless) {
  const folder = path.resolve('.output/demo');
  let step = 0;
  try {
    const result = await runLoop({
      sandbox,
      launched,
      screens: createScreens(folder),
      say: (text) => console.log(`${(step += 1)}. ${text}`),
    });
    console.log(`\nTag:      ${result.tag.split('\n')[1]?.trim() ?? result.tag}`);
    console.log(`Counted:  ${result.logged ?? 'nothing reached the pixel endpoint'}`);
    console.log(`Verdict:  ${result.verdict}`);
    const { reported, counted } = result;
    console.log(
      `Reported: ${reported?.reported ?? 'nothing'} (${counted} counted, ${reported?.seen ?? 0} seen firing)`,
    );
    console.log(`Screens:  ${folder}`);
    const verified = /^pass\b/i.test(result.verdict) && /cachebuster=\d+/.test(result.logged ?? '');
    console.log(verified ? '\nThe verification passed.' : '\nThe verification did NOT pass.');
    const agrees = areEqual(result);
    console.log(agrees ? 'The report agrees with it.' : 'The report does NOT agree with it.');
    const passed = verified && agrees;
    process.exitCode = passed ? 0 : 1;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await launched.close();
    await sandbox.close();
  }
} else {
  const { username, password } = sandbox.world.credentials;
  console.log(
    `Sign in from the toolbar as ${username} with ${password}. Close the browser to end.`,
  );
  const [page] = await launched.browser.pages();
  await page?.goto('https://start.sandbox.test/');
  launched.browser.on('disconnected', () => void sandbox.close());
}
