/** What the page says that asks for something, by what it is for. */
export const consentText = {
  title: 'Piggyback asks',
  needs: 'It asks for',
  allow: 'Allow',
  allowed: 'Allowed. Go back to DevTools and switch it on; this page can be closed.',
  refused: 'The browser did not allow it.',
  refusedNext:
    'Press Allow again and choose Allow, or ask your administrator: a policy may forbid it.',
  takeBack: 'You can take this back at any time, in the browser’s settings of Piggyback.',
  unknown: 'There is nothing to ask for here.',
  unknownNext: 'This page is opened from where something needs a permission of the browser.',
  of: {
    rehearsal: {
      name: 'Rehearse',
      what: 'While Rehearse is on, Piggyback answers the impression trackers of the tab under test, so that testing records and bills nothing. The browser’s own rules lead each to a file of Piggyback, which reads no page for it; it makes one trial request in the page, which goes to nobody.',
      needs: [
        {
          name: 'All sites',
          why: 'An ad stands in frames of sites that nobody knows beforehand, and the browser applies a rule only where the site that asks is allowed as well. With fewer, trackers would slip through and be counted. Piggyback looks at the hosts of open tabs, so as to leave the workers of others alone.',
        },
      ],
    },
  },
} as const;

export type ConsentName = keyof typeof consentText.of;
