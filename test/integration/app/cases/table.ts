import { describe, it } from 'vitest';

/** Whether a case holds today; those that do not are here to be mended. */
type Today = 'holds' | 'not yet';

/** Cases of one kind: what happens, whether it holds today, and the test. */
export function cases(
  kind: string,
  rows: readonly (readonly [name: string, today: Today, test: () => Promise<void>])[],
): void {
  describe(kind, () => {
    for (const [name, today, test] of rows) (today === 'holds' ? it : it.fails)(name, test);
  });
}
