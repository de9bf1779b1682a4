// `npm run dev`: all set-up, then live reload against the sandbox.
import { ensureBrowser, ensurePackages, node, runToEnd } from './setup.mjs';

ensurePackages();
process.exitCode = await runToEnd(node, ['scripts/dev.ts'], { PIGGYBACK_BROWSER: ensureBrowser() });
