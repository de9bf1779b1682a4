import type { PrerenderedAs } from '../../../core/verification/prerendered-as';

/** Words about a request of a page that the browser loaded ahead. */
export const prerenderedText = {
  mark: 'prerendered',
  label: 'Prerendered',
  as: {
    shown: 'Asked for before its page was shown',
    'never shown': 'Its page was not shown',
  } satisfies Record<PrerenderedAs, string>,
};
