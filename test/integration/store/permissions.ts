/** Why the extension asks for something; the README's table says the same in the same words. */
export interface Reason {
  readonly names: readonly string[];
  readonly why: string;
}

/** What is asked for at install. */
export const PERMISSIONS: readonly Reason[] = [
  {
    names: ['storage'],
    why: 'The session (in memory, gone with the browser), each account’s last choices, your own ad servers and what you dismissed. [What is kept, and for how long](PRIVACY.md).',
  },
  {
    names: ['activeTab', 'scripting'],
    why: 'Open the tag builder on the page you are looking at, and take a picture of it for a proof, when you ask for it; try there whether a rehearsal answers.',
  },
  {
    names: ['contextMenus'],
    why: '"Insert an impression tracker tag" on a text field, "Open impression tracker …" on what is selected.',
  },
  {
    names: ['alarms'],
    why: 'Go on with a save, a run over a sheet, or reading a list, that the browser stopped in the middle; end a rehearsal.',
  },
];

/** Hosts at install. */
export const HOSTS: readonly Reason[] = [
  {
    names: ['https://api.appnexus.com/*'],
    why: 'The Digital Platform API: sign-in and trackers.',
  },
];

/** The same of one build alone. */
export const PERMISSIONS_OF: Readonly<Record<string, readonly Reason[]>> = {
  'chrome-mv3': [
    {
      names: ['declarativeNetRequestWithHostAccess'],
      why: 'Rehearse: the browser’s own rules answer the trackers of the tab under test, and nothing is counted. Without a warning, and without effect until you allow all sites when you first switch it on: an ad stands in frames of any site, and a rule acts only where the site that asks is allowed. [How](docs/decisions/0026-rehearsal.md).',
    },
    {
      names: ['sidePanel'],
      why: 'The side panel: the pixels of the page beside it, without DevTools. Firefox has a sidebar without asking.',
    },
  ],
  'firefox-mv3': [],
};

/** Asked for when first needed. */
export const OPTIONAL_PERMISSIONS: readonly Reason[] = [
  {
    names: ['webRequest'],
    why: 'Tells the recorder of pixels that DevTools does not tell of, and of all of them where you record a site without DevTools: asked for there, with that site.',
  },
];

/** Asked for by name when first needed. */
export const OPTIONAL_HOSTS: readonly Reason[] = [
  {
    names: [
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
      'http://[::1]/*',
      'http://*/*',
    ],
    why: 'Asked for by name, only when you want the small button to come up by itself in a console, use another API address, or want every pixel of a site recorded; all of them, to rehearse, or to have the pages of a list visited.',
  },
];

/** Shortcuts, each with the key it suggests. */
export const COMMANDS: Readonly<Record<string, string>> = {
  'open-tag-builder': 'Alt+Shift+P',
  'focus-field-button': 'Alt+Shift+O',
};

/**
 * Files that a page may load, in the words of the manifest; each could tell a site that we are there, so
 * each has its reason: the builder stands in a frame in consoles. By a dynamic address, where the
 * browser has it, no site finds the file by itself; without a token of the background it is empty. What rehearsed
 * trackers are answered with are a picture and a script that do nothing, and have such an address, too.
 */
export const WEB_ACCESSIBLE: Readonly<Record<string, readonly unknown[]>> = {
  'chrome-mv3': [
    { resources: ['builder.html'], matches: ['<all_urls>'], use_dynamic_url: true },
    { resources: ['rehearsal/*'], matches: ['<all_urls>'], use_dynamic_url: true },
  ],
  'firefox-mv3': [{ resources: ['builder.html'], matches: ['<all_urls>'] }],
};

/**
 * The sandboxed page and its whole policy: nothing is loaded, no form is sent, and code runs in a worker alone. Firefox has
 * no such pages.
 */
export const SANDBOX: Readonly<Record<string, unknown>> = {
  'chrome-mv3': {
    pages: ['trial.html'],
    policy: [
      'sandbox allow-scripts',
      "default-src 'none'",
      "script-src 'self' blob: 'unsafe-eval'",
      'worker-src blob:',
      "style-src 'unsafe-inline'",
      "form-action 'none'",
      'base-uri https://page.invalid',
    ],
  },
  'firefox-mv3': { pages: undefined, policy: undefined },
};
