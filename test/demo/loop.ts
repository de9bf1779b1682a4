import type { Page } from 'puppeteer-core';

import type { Sandbox } from '../sandbox/index.ts';
import { act, uncounted } from '../support/actions.ts';
import { closed, type LaunchedBrowser, openPopup } from '../support/browser.ts';
import {
  devtoolsClip,
  expectInPanel,
  openDevtools,
  showPanel,
  untilInPanel,
  verdictInPanel,
} from '../support/devtools.ts';
import type { Screens } from '../support/screens.ts';
import { report, type Reported } from './report.ts';
import * as steps from '../support/steps.ts';

export interface LoopOptions {
  readonly sandbox: Sandbox;
  readonly launched: LaunchedBrowser;
  readonly screens: Screens;
  readonly say: (step: string) => void;
  /** Another ad server's id: then its macro goes into the tag, where it will not be replaced. */
  readonly wrongAdServer?: string;
}

export interface LoopResult {
  readonly trackerId: number;
  readonly tag: string;
  /** What the panel says of the expected tracker, word and reasons. */
  readonly verdict: string;
  /** The query of the impression in the sandbox's own pixel log. */
  readonly logged: string | null;
  /** How many impressions of it the sandbox has counted by its own pixel log. */
  readonly counted: number;
  /** What the report and the passport say; `null` where none is asked for. */
  readonly reported: Reported | null;
}

const CONSOLE = 'https://admanager.google.com';
const CREATIVE = 138412066;
const ARTICLE = `https://news.sandbox.test/article?creative=${CREATIVE}`;

/** The whole loop, as a person goes it: sign in, create, insert, serve, verify, and read the report. */
export async function runLoop(options: LoopOptions): Promise<LoopResult> {
  const { sandbox, launched, screens, say, wrongAdServer } = options;
  const { browser } = launched;
  const page = await browser.newPage();
  await page.goto(`${CONSOLE}/creatives/${CREATIVE}`);

  act('press the toolbar’s button');
  const popup = await openPopup(launched, page);
  const name = `Homepage takeover ${wrongAdServer ?? 'autumn'}`;
  const trackerId = await signInAndCreate(options, popup, name);
  const popupTarget = popup.target();
  await popup.close();
  await closed(browser, popupTarget);

  await steps.openBuilderAtField(page);
  say('Opened the tag builder at the pixel field of the ad server’s console');
  await screens.page(page, 'builder-in-console');
  const tag = await steps.insertTag(page, name, wrongAdServer);
  say('Inserted its tag, and read it back from the field');
  await screens.page(page, 'tag-inserted');
  await Promise.all([page.waitForNavigation(), steps.press(page, 'Save')]);
  say(`Saved creative ${CREATIVE} in the console`);

  const article = await browser.newPage();
  act('open DevTools');
  const window = await openDevtools(browser, article);
  act('load the page');
  await article.goto(ARTICLE, { waitUntil: 'networkidle0' });
  say('Loaded the page that serves the creative, with DevTools open');
  await screens.page(article, 'served-page');

  const verdict = await verify(options, window, trackerId);
  const hit = sandbox.pixelLog().find((entry) => entry.trackerId === trackerId && entry.counted);
  await article.close();
  await page.close();
  // That of the shadow points at the same: no report would tell it from the first.
  const reported = wrongAdServer ? null : await report(options, trackerId);
  if (reported) {
    say(`Read what was counted: ${reported.reported}, of ${reported.seen} seen firing`);
  }
  const hits = sandbox.pixelLog().filter((entry) => entry.trackerId === trackerId && entry.counted);
  return { trackerId, tag, verdict, logged: hit?.query ?? null, counted: hits.length, reported };
}

async function signInAndCreate(
  { sandbox, screens, say }: LoopOptions,
  popup: Page,
  name: string,
): Promise<number> {
  const { credentials, advertisers } = sandbox.world;
  await popup.locator('::-p-aria([name="Username"]), ::-p-aria([name="Advertiser"])').wait();
  if (await popup.$('::-p-aria([name="Username"])')) {
    await screens.page(popup, 'sign-in');
    await uncounted(() => steps.signIn(popup, credentials));
    await steps.seeText(popup, 'Choose an advertiser');
    say(`Signed in from the toolbar as ${credentials.username}`);
    await uncounted(() => steps.choose(popup, 'Advertiser', advertisers.small.name));
  }
  await popup.locator('.pb-tracker').wait();
  say(`Loaded the trackers of ${advertisers.small.name}`);
  await screens.page(popup, 'trackers');
  const id = await steps.createTracker(popup, name, () => screens.page(popup, 'tracker-form'));
  say(`Created tracker ${id}, ${name}`);
  await screens.page(popup, 'tracker-created');
  await popup.locator(`::-p-aria([name="Build tag of ${name}"])`).click();
  await popup.locator('.pb-preview').wait();
  await screens.page(popup, 'tag-in-popup');
  await uncounted(() => steps.press(popup, 'Back to the list'));
  await popup.locator('.pb-tracker').wait();
  return id;
}

/** Picks the tracker as expected and reads its verdict. */
async function verify(
  { launched, screens, say }: LoopOptions,
  window: Page,
  trackerId: number,
): Promise<string> {
  act('press Piggyback in DevTools');
  const { panel } = await showPanel(launched.browser, window);
  await untilInPanel(panel, `document.querySelector('[role=row][data-index]')`);
  say('Found the pixel request in the DevTools panel');
  act('type its id at Expected');
  act('choose it');
  await expectInPanel(panel, trackerId);
  const verdict = await verdictInPanel(panel, trackerId);
  say(`Expected tracker ${trackerId}, and got its verdict`);
  await screens.part(window, 'devtools', await devtoolsClip({ window, panel }));
  return verdict;
}

/** Whether what was seen firing, counted and reported is the same, and not nothing. */
export function areEqual({ counted, reported }: LoopResult): boolean {
  if (reported === null || counted === 0) return false;
  return [reported.seen, reported.reported, reported.inPassport].every((one) => one === counted);
}
