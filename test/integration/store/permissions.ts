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
    why: 'Open the tag builder on the page you are looking at, when you ask for it.',
  },
  { names: ['contextMenus'], why: '"Insert an impression tracker tag" on a text field.' },
  {
    names: ['alarms'],
    why: 'Go on with a save, or with reading a list, that the browser stopped in the middle.',
  },
];

/** Hosts at install. */
export const HOSTS: readonly Reason[] = [
  {
    names: ['https://api.appnexus.com/*'],
    why: 'The Digital Platform API: sign-in and trackers.',
  },
];

/** Asked for when first needed. */
export const OPTIONAL: readonly Reason[] = [
  {
    names: ['webRequest'],
    why: 'See what fires on the pages of a list that you have visited. Asked for as you start.',
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
    why: 'Asked for by name, only when you want the small button to come up by itself in a console, or use another API address; all of them, when you have the pages of a list visited.',
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
 * browser has it, no site finds the file by itself; without a token of the background it is empty.
 */
export const WEB_ACCESSIBLE: Readonly<Record<string, readonly unknown[]>> = {
  'chrome-mv3': [{ resources: ['builder.html'], matches: ['<all_urls>'], use_dynamic_url: true }],
  'firefox-mv3': [{ resources: ['builder.html'], matches: ['<all_urls>'] }],
};
