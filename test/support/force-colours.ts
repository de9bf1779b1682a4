import type { Page } from 'puppeteer-core';

/** Shows a page in the person’s own few colours, for as long as its session is open. Puppeteer’s own emulation does not know this feature. */
export async function forceColours(page: Page, active: boolean): Promise<void> {
  const client = await page.createCDPSession();
  const value = active ? 'active' : 'none';
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}
