import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

import { asciiOutput } from './scripts/ascii-output.ts';
import { inlineStyles } from './scripts/inline-styles.ts';
import { createNotices, NOTICES_FILE } from './scripts/notices.ts';

/**
 * Preact writes `innerHTML` for a property that nothing here uses. Stores and Trusted Types object
 * to that line, so it is left out of what is shipped.
 */
function withoutInnerHtml() {
  return {
    name: 'without-inner-html',
    transform(code: string, id: string) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.m?js/.test(id)) return null;
      const kept = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, '(void 0)');
      if (kept === code) throw new Error('Preact no longer has the line that is left out');
      return { code: kept, map: null };
    },
  };
}

const notices = createNotices(import.meta.dirname);

// Of the page in which tags are tried: it loads nothing, leads nowhere, and runs code in a worker of its own alone.
const TRIAL_POLICY = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self' blob: 'unsafe-eval'",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  'base-uri https://page.invalid',
].join('; ');

const OPTIONAL_HOSTS = [
  'https://*/*',
  'http://localhost/*',
  'http://127.0.0.1/*',
  'http://[::1]/*',
  // Of pages without TLS, too, trackers are rehearsed, and lists are visited.
  'http://*/*',
];

export default defineConfig({
  imports: false,
  vite: (env) => ({
    plugins: [
      preact(),
      ...(env.command === 'build'
        ? [withoutInnerHtml(), inlineStyles(/builder.*\.html$/), notices.plugin, asciiOutput()]
        : []),
    ],
    worker: { plugins: () => [asciiOutput()] },
    build: {
      sourcemap: false,
      // Written for older browsers, `light-dark` is two more variables behind each colour.
      cssTarget: ['chrome123', 'firefox140'],
      modulePreload: { polyfill: false },
    },
    // The zip of the library that writes XLSX starts workers that Firefox forbids to extension pages.
    resolve: {
      alias: [{ find: /^fflate$/, replacement: path.resolve('lib/files/zip.ts') }],
    },
  }),
  hooks: {
    // Firefox has no sandboxed pages. One that is excluded by its own word would be missing among the sources, too.
    'entrypoints:found': (wxt, found) => {
      const at = found.findIndex(({ type }) => type === 'sandbox');
      if (wxt.config.browser === 'firefox' && at >= 0) found.splice(at, 1);
    },
    'build:done': async (wxt) => {
      if (wxt.config.command !== 'build') return;
      await writeFile(path.join(wxt.config.outDir, NOTICES_FILE), notices.text());
    },
  },
  zip: {
    name: 'piggyback',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // What a store's reviewer needs to build the same files again, and nothing else.
    includeSources: [
      'components/**',
      'entrypoints/**',
      'lib/**',
      'public/**',
      'scripts/**',
      'package*.json',
      'tsconfig.json',
      'wxt.config.ts',
      'README.md',
    ],
  },
  manifest: ({ browser }) => ({
    name: 'Piggyback — impression trackers',
    short_name: 'Piggyback',
    description:
      'Create Microsoft Monetize impression trackers, put their tags into any ad server, and see them fire.',
    action: { default_title: 'Piggyback' },
    permissions: [
      'storage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      // Without a warning, and without effect until sites are allowed. Granted later, Chromium never answers its first call.
      ...(browser === 'firefox' ? [] : ['declarativeNetRequestWithHostAccess']),
    ],
    host_permissions: ['https://api.appnexus.com/*'],
    optional_permissions: ['webRequest'],
    optional_host_permissions: OPTIONAL_HOSTS,
    // The builder's page stands in a frame in consoles; without a token of the background it is empty.
    web_accessible_resources: [
      {
        resources: ['builder.html'],
        matches: ['<all_urls>'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
      // What rehearsed trackers are answered with; no page finds them by itself.
      ...(browser === 'firefox'
        ? []
        : [{ resources: ['rehearsal/*'], matches: ['<all_urls>'], use_dynamic_url: true }]),
    ],
    ...(browser !== 'firefox' && { content_security_policy: { sandbox: TRIAL_POLICY } }),
    // `light-dark` came with it, the last of what is used without asking.
    minimum_chrome_version: '123',
    // Firefox takes the same settings from a managed manifest, without a schema.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
    // Needs no permission.
    omnibox: { keyword: 'imp' },
    commands: {
      'open-tag-builder': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: 'Build an impression tag at the focused field',
      },
      'focus-field-button': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: 'Go to the small button at the focused pixel field',
      },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          // For good: it is what stores and administrators know the add-on by.
          id: '{3132b7d8-1f6c-43df-b937-7064ae2ac861}',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['authenticationInfo'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
