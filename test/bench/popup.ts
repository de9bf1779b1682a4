import type { Sandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { PRODUCTION_BUILD } from '../support/build.ts';
import { median } from './measure.ts';
import { openPopup } from './open-popup.ts';
import type { Row } from './row.ts';
import { signIn } from './signed-in.ts';

const RUNS = 21;

/** How soon the popup's list can be used with 10,000 trackers on disk, and how smooth it then is. */
export async function benchPopup(sandbox: Sandbox): Promise<readonly Row[]> {
  // The list must be usable before the service has said anything.
  sandbox.setFault({ kind: 'slow', ms: 600_000 });
  const { hostRules } = sandbox;
  const launched = await launchBrowser({ extension: PRODUCTION_BUILD, hostRules });
  const advertisers = { empty: { id: 1, name: 'Empty' }, full: { id: 2, name: 'Full' } };
  await signIn(launched, { advertiserId: advertisers.full.id, count: 10_000 });
  const times = { empty: [] as number[], full: [] as number[], searchable: [] as number[] };
  const frames = { idle: [] as number[], scroll: [] as number[], typed: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.empty.push((await timePopup(launched, advertisers.empty, '.pb-empty')).usable);
    const timed = await timePopup(launched, advertisers.full, '.pb-tracker');
    times.full.push(timed.usable);
    times.searchable.push(timed.searchable);
    frames.idle.push(timed.idle);
    frames.scroll.push(timed.scroll);
    frames.typed.push(timed.typed);
  }
  await launched.close();
  sandbox.setFault(null);
  const [empty, idle] = [median(times.empty), median(frames.idle)];
  return [
    row('popup → list usable, 10,000 cached trackers', times.full, 'empty popup', empty, 2),
    row('… and every tracker searchable', times.searchable, 'empty popup', empty),
    row('… slowest of 30 frames that scroll', frames.scroll, 'slowest of 30 idle', idle),
    row('… letter typed in the search → painted', frames.typed, 'slowest of 30 idle', idle),
  ];
}

function row(
  what: string,
  values: readonly number[],
  baseline: string,
  base: number,
  limit: number | null = null,
): Row {
  return { what, value: median(values), baseline, base, limit };
}

async function timePopup(
  launched: LaunchedBrowser,
  advertiser: { id: number; name: string },
  selector: string,
) {
  const { page, usable } = await openPopup(launched, advertiser, selector);
  await page.locator('input[type=search]').fill('Tracker 1 ');
  await page.waitForFunction(
    (full) => !full || document.querySelector('[role=status]')?.textContent?.includes('of 10,000'),
    {},
    selector === '.pb-tracker',
  );
  const searchable = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(timeFrames);
  await page.close();
  return { usable, searchable, ...frames };
}

/** Runs in the popup: the slowest of 30 idle frames and of 30 that scroll, and one letter typed. */
async function timeFrames() {
  const list = document.querySelector('.pb-list') ?? document.body;
  const search = document.querySelector('input[type=search]');
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const slowest = async (step: (part: number) => void) => {
    let before = await frame();
    let worst = 0;
    for (let at = 1; at <= 30; at += 1) {
      step(at / 30);
      const now = await frame();
      worst = Math.max(worst, now - before);
      before = now;
    }
    return worst;
  };
  const type = (text: string) => {
    if (search instanceof HTMLInputElement) search.value = text;
    search?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('');
  const idle = await slowest(() => {});
  const scroll = await slowest((part) => list.scrollTo(0, list.scrollHeight * part));
  const start = performance.now();
  type('5');
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return { idle, scroll, typed: performance.now() - start };
}
