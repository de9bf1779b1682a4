import type { ListLayout } from '@/lib/core/verification/list-layout';

/** How large the details are, for the style of what holds them and the list. */
export function detailsStyle({ details }: ListLayout): Record<string, string> {
  return {
    '--details-beside': `${details.beside}%`,
    '--details-below': `${details.below}%`,
  };
}
