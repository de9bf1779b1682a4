import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { seriousInBuilder } from '../support/axe.ts';
import {
  builderFrame,
  emulateScheme,
  untilDetached,
  untilNoBuilder,
} from '../support/builder-frame.ts';
import * as button from '../support/field-button.ts';
import { createScreens } from '../support/screens.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import * as steps from '../support/steps.ts';
import { PATIENCE_MS, useWorld } from './harness.ts';
import { beSignedIn } from './signed-in.ts';

const REVIVE = 'https://revive.sandbox.test/www/admin/banner-advanced.php?clientid=4';
const GAM = 'https://admanager.google.com/creatives/138412066';
const KEVEL = 'https://app.kevel.co/creatives/5512301';
const FIELD = '#third-party-pixels';
const APPEND = 'textarea[name=append]';
const { PASSED, READY } = steps;
/** Xandr's own sample, as old documentation has it, once more in a cell copied from Excel. */
const OLD =
  '<img src="media/imptr?id=531&cachebuster=[CACHEBUSTER]&ancost=[ANCOST]" width="1" height="1" />';
const MENDED =
  '<img src="https://ib.adnxs.com/imptr?id=531&cachebuster={random}&t=2" width="1" height="1" />';

/** Trackers that were sent to the service. */
const posts: string[] = [];
const world = useWorld(
  ['https://admanager.google.com/*', 'https://app.kevel.co/*', 'https://revive.sandbox.test/*'],
  {
    log: (line) => {
      if (/^POST [^ ]*\/imptracker/.test(line)) posts.push(line);
    },
  },
);
const tab = useSharedTab(() => world().launched.browser, PATIENCE_MS);
const screens = createScreens('.output/screens/builder');

/**
 * The page of a console with the cursor in a field, and the builder opened at it by the shortcut. After one that was
 * left open in the tab it begins with that one's tracker.
 */
async function openBuilder(address: string, field: string, content = ''): Promise<Page> {
  const page = await tab(address);
  await page.locator(field).fill(content);
  await page.focus(field);
  await reopen(page);
  return page;
}

async function workerOf() {
  const target = await world().launched.browser.waitForTarget(
    (found) => found.type() === 'service_worker',
  );
  return target.worker();
}

async function reopen(page: Page): Promise<void> {
  await askFor(page);
  await steps.inBuilder(page, 'h1');
}

/** Asks for the builder by the shortcut. */
async function askFor(page: Page): Promise<void> {
  const worker = await workerOf();
  await worker?.evaluate(
    `chrome.tabs.query({ url: '${new URL(page.url()).origin}/*' }).then((tabs) =>
      chrome.commands.onCommand.dispatch('open-tag-builder', tabs.at(-1)))`,
  );
}

async function chooseTracker(page: Page): Promise<string> {
  const box = await steps.inBuilder(page, '[role=combobox]');
  await steps.untilStill(box);
  await box.click();
  const name = await steps.inBuilder(page, '[role=option][data-id] .pb-middle > .pb-hidden');
  const chosen = await name.evaluate((element) => element.textContent ?? '');
  await (await steps.inBuilder(page, '[role=option][data-id]')).click();
  await steps.inBuilder(page, '.pb-preview');
  return chosen;
}

async function chooseServer(page: Page, id: string): Promise<void> {
  await (await steps.inBuilder(page, 'select')).select(id);
}

async function pressIn(page: Page, name: string, kind = 'button'): Promise<void> {
  const element = await steps.inBuilder(page, kind, name);
  // Out from under the buttons that stay at the foot.
  await element.evaluate((found) => found.scrollIntoView({ block: 'center' }));
  await steps.untilStill(element);
  // A person's pointer comes first, by which the builder learns where it stands.
  await element.hover();
  await element.click();
}

const valueOf = (page: Page, field: string) =>
  page.$eval(field, (element) => String(Reflect.get(element, 'value')));

/** What a full disk, a stopped worker or an update of the extension comes to for one message of the open builder. */
async function leaveUnanswered(
  page: Page,
  message: string,
  then: 'done' | 'undone' = 'undone',
): Promise<void> {
  await (
    await builderFrame(page)
  ).evaluate(`{
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (packet) => {
      if (packet.piggyback !== '${message}') return send(packet);
      if (${then === 'done'}) await send(packet);
      throw new Error('gone');
    };
  }`);
}

/** In light and in dark: a picture to look at, and nothing serious found by axe. */
async function look(page: Page, name: string): Promise<void> {
  for (const value of ['light', 'dark'] as const) {
    await emulateScheme(page, value);
    await screens.page(page, `${name}-${value}`);
    expect(await seriousInBuilder(page)).toEqual([]);
  }
}

describe('before anything can be done', () => {
  it('says that nobody is signed in, and where to', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await steps.inBuilder(page, '.pb-empty', 'You are not signed in.');
    await look(page, 'signed-out');
  });

  it('says that the background does not answer, and what to do', async () => {
    const worker = await workerOf();
    await worker?.evaluate(`{
      globalThis.kept = chrome.storage.session.get;
      const get = kept.bind(chrome.storage.session);
      chrome.storage.session.get = (key) =>
        [key].flat().includes('session') ? Promise.reject(new Error('gone')) : get(key);
    }`);
    const page = await openBuilder(KEVEL, FIELD);
    await steps.inBuilder(page, '.pb-notice.fail', 'Something went wrong in Piggyback.');
    await look(page, 'no-answer');
    await worker?.evaluate('void (chrome.storage.session.get = globalThis.kept)');
    await pressIn(page, 'Try again');
    await steps.inBuilder(page, '.pb-empty', 'You are not signed in.');
  });
});

describe('a tag for an empty field', () => {
  it('is made for the console’s ad server, and offered again the next time', async () => {
    await beSignedIn(world());
    const page = await openBuilder(KEVEL, FIELD);
    await steps.inBuilder(page, '[role=combobox]');
    await look(page, 'nothing-chosen');
    const name = await chooseTracker(page);
    await look(page, 'chosen');
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED, 'Inserted');
    expect(await valueOf(page, FIELD)).toContain('cachebuster={{timestamp}}');
    await look(page, 'inserted');
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await reopen(page);
    const recent = await steps.inBuilder(page, '.pb-chip', name);
    await look(page, 'again');
    await recent.click();
    await steps.inBuilder(page, '.pb-preview', name);
  });

  it('is not let out while something is wrong with it', async () => {
    const page = await openBuilder(GAM, FIELD);
    await chooseTracker(page);
    await chooseServer(page, 'adbutler');
    await steps.inBuilder(page, '.pb-notice.warning', 'console of Google Ad Manager');
    await pressIn(page, 'More', 'summary');
    await pressIn(page, 'Send the cost', 'label');
    await steps.inBuilder(page, '.pb-findings .error', '[CPM] does not give money per impression');
    await steps.inBuilder(page, '[data-act=insert][aria-disabled]');
    await look(page, 'held-back');
    await (await steps.inBuilder(page, '.pb-findings .error .pb-rule-link')).click();
    const { browser } = world().launched;
    const rule = await browser.waitForTarget((it) => it.url().includes('/workspace.html#/rules/'));
    const read = await rule.page();
    if (read) await steps.seeText(read, 'Why it matters');
    await read?.close();
    await page.bringToFront();
    await pressIn(page, 'This macro is money per impression', 'label');
    await steps.inBuilder(page, READY);
  });

  it('asks for a macro that is not known, and invents none', async () => {
    const page = await openBuilder(GAM, FIELD);
    await chooseTracker(page);
    await chooseServer(page, 'basis');
    await pressIn(page, 'URL', 'label');
    await steps.inBuilder(page, '.pb-hint', 'The macro of this ad server is not known');
    await steps.inBuilder(page, '.pb-findings .warning', 'There is no cachebuster');
    await look(page, 'macro-unknown');
  });

  it('is a bare URL where the field takes nothing else', async () => {
    const page = await openBuilder(REVIVE, 'input[name=p1]');
    await chooseTracker(page);
    await chooseServer(page, 'adbutler');
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED);
    expect(await valueOf(page, 'input[name=p1]')).toMatch(/^https:\/\/ib\.adnxs\.com\/imptr\?/);
    await look(page, 'url-only');
  });
});

describe('the builder is of the field it was asked for', () => {
  it('opened at one, closed, and asked for at another', async () => {
    const page = await openBuilder(REVIVE, APPEND);
    await steps.untilKeysArrive(page);
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await page.locator('textarea[name=prepend]').click();
    await reopen(page);
    await steps.inBuilder(page, '.pb-head', 'Always prepend');
    await chooseTracker(page);
    await chooseServer(page, 'revive');
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED);
    expect(await valueOf(page, APPEND)).toBe('');
    expect(await valueOf(page, 'textarea[name=prepend]')).toContain('/imptr?id=');
  });

  it('asked for at another while it is open: it goes there, with its tracker', async () => {
    const page = await openBuilder(REVIVE, APPEND);
    const name = await chooseTracker(page);
    const first = await builderFrame(page);
    await page.locator('textarea[name=prepend]').click({ offset: { x: 8, y: 8 } });
    await Promise.all([untilDetached(first), askFor(page)]);
    await steps.inBuilder(page, '.pb-head', 'Always prepend');
    await steps.inBuilder(page, '.pb-preview', name);
    expect(await page.$$eval('[data-piggyback=builder]', (hosts) => hosts.length)).toBe(1);
    expect(await page.$$eval('[data-piggyback=outline]', (hosts) => hosts.length)).toBe(1);
  });

  it('is moved by its head and by its arrow keys, and then stays', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    const head = await steps.inBuilder(page, '.pb-head h1');
    const [before, at] = [await head.boundingBox(), await head.clickablePoint()];
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 60, at.y + 40, { steps: 8 });
    await page.mouse.up();
    const left = async () => (await head.boundingBox())?.x ?? 0;
    await expect.poll(left).toBeLessThan((before?.x ?? 0) - 40);
    await steps.untilStill(head);
    const dragged = await left();
    await steps.keyIn(page, '.pb-head button', 'ArrowLeft');
    await expect.poll(left).toBe(dragged - 16);
    await page.evaluate('scrollBy(0, 60)');
    await button.afterFrames(page, 3);
    expect(await left()).toBe(dragged - 16);
  });

  it.each(['light', 'dark'] as const)('looks %s where its console says so', async (scheme) => {
    const page = await world().launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(KEVEL);
    await page.bringToFront();
    await page.evaluate(`document.documentElement.style.colorScheme = '${scheme}'`);
    await page.focus(FIELD);
    await reopen(page);
    const builder = await builderFrame(page);
    const found = await builder.evaluate(() => getComputedStyle(document.body).colorScheme);
    expect(found).toBe(scheme);
    await page.close();
  });
});

describe('a console whose ad server is not known', () => {
  it('is remembered by its account, in the address', async () => {
    const chosen = async (clientId: number) => {
      const page = await openBuilder(REVIVE.replace('clientid=4', `clientid=${clientId}`), APPEND);
      await steps.inBuilder(page, '[role=combobox]');
      return page;
    };
    const serverIn = async (page: Page) => {
      const select = await steps.inBuilder(page, 'select');
      return select.evaluate((element) => String(Reflect.get(element, 'value')));
    };
    const one = await chosen(71);
    await chooseTracker(one);
    await chooseServer(one, 'revive');
    await steps.pressInBuilder(one);
    await steps.inBuilder(one, PASSED);
    const other = await chosen(72);
    await chooseServer(other, 'adbutler');
    await steps.inBuilder(other, 'summary', 'Where it goes');
    const again = await chosen(71);
    expect(await serverIn(again)).toBe('revive');
    // Chosen there, and never inserted.
    const looked = await chosen(72);
    expect(await serverIn(looked)).toBe('');
  });
});

describe('a person in a hurry', () => {
  it('who holds Enter on Insert gets one tag, and neither closes the builder nor sends a form', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await chooseTracker(page);
    await page.evaluate(() => {
      addEventListener('submit', () => Reflect.set(globalThis, 'sent', true), true);
    });
    await (await steps.restedInsert(page)).focus();
    await steps.untilKeysArrive(page, page, `${READY}:focus`);
    for (let held = 0; held < 30; held += 1) await page.keyboard.down('Enter');
    await steps.inBuilder(page, PASSED);
    for (let held = 0; held < 30; held += 1) await page.keyboard.down('Enter');
    await steps.inBuilder(page, '[data-act=done]');
    await page.keyboard.up('Enter');
    const value = await valueOf(page, FIELD);
    expect(value.split('/imptr?id=')).toHaveLength(2);
    expect(value.split('\n')).toHaveLength(3);
    expect(await page.evaluate('globalThis.sent')).toBeUndefined();
  });

  it('who has typed elsewhere since: Undo takes the tag back, and nothing of theirs', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await chooseTracker(page);
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, '[data-act=done]:focus');
    await page.locator('#name').click();
    await page.keyboard.type(' My own words');
    await steps.pressInBuilder(page, '[data-act=undo]:not([aria-disabled])');
    await steps.inBuilder(page, '.pb-foot-said', 'Taken back.');
    expect(await valueOf(page, FIELD)).toBe('');
    expect(await valueOf(page, '#name')).toContain('My own words');
  });
});

describe('an answer that is lost', () => {
  it('after the tag went in: it is said to be there, and is there once', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await chooseTracker(page);
    await leaveUnanswered(page, 'builder.put', 'done');
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED);
    expect((await valueOf(page, FIELD)).match(/imptr\?id=/g)).toHaveLength(1);
    await leaveUnanswered(page, 'builder.undo', 'done');
    await pressIn(page, 'Undo');
    await steps.inBuilder(page, '.pb-foot-said', 'Taken back.');
    expect(await valueOf(page, FIELD)).toBe('');
  });

  it('before anything was done: it is not said to be there, though the same tag is', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await chooseTracker(page);
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED);
    const once = await valueOf(page, FIELD);
    await leaveUnanswered(page, 'builder.put', 'undone');
    await steps.pressInBuilder(page);
    await steps.pressInBuilder(page, '[data-act=again]:not([aria-disabled])');
    await steps.inBuilder(page, steps.WARNED);
    expect(await valueOf(page, FIELD)).toBe(once);
  });
});

describe('a field that already holds tags', () => {
  it('shows what is wrong, and mends it after showing how', async () => {
    const page = await openBuilder(REVIVE, APPEND, `${OLD}\n<img src="https://px.example/1.gif">`);
    await chooseServer(page, 'revive');
    await steps.inBuilder(page, '.pb-contents li', 'Tracker 531');
    await steps.inBuilder(page, '.pb-contents', 'One other pixel, left alone.');
    await steps.inBuilder(page, '.pb-findings .error', '[CACHEBUSTER] is a placeholder');
    await look(page, 'field-with-faults');
    await pressIn(page, 'Fix');
    await steps.inBuilder(page, '.pb-preview', 'cachebuster={random}');
    await look(page, 'fix-shown');
    await pressIn(page, 'Put it in the field');
    await steps.inBuilder(page, PASSED, 'Fixed');
    expect(await valueOf(page, APPEND)).toBe(`${MENDED}\n<img src="https://px.example/1.gif">`);
    await steps.inBuilder(page, '.pb-contents', 'Pass: nothing wrong with it.');
    await look(page, 'fixed');
  });

  it('can be replaced as a whole', async () => {
    const page = await openBuilder(REVIVE, APPEND, OLD);
    const name = await chooseTracker(page);
    await steps.inBuilder(page, READY);
    await pressIn(page, 'Replace');
    await steps.inBuilder(page, PASSED, 'Replaced');
    const value = await valueOf(page, APPEND);
    expect(value).toContain(name);
    expect(value).not.toContain('media/imptr');
  });
});

describe('a new tracker on the spot', () => {
  it('says that what was typed before cannot be read', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await leaveUnanswered(page, 'builder.readDraft');
    await pressIn(page, 'New tracker');
    await steps.inBuilder(page, '.pb-notice.fail', 'Try again');
    await look(page, 'draft-unread');
  });

  it('says that what is typed is not kept', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await leaveUnanswered(page, 'builder.keepDraft');
    await pressIn(page, 'New tracker');
    await (await steps.inBuilder(page, '.pb-form input')).type('A');
    await steps.inBuilder(page, '.pb-notice.fail', 'The browser could not keep the data.');
    await button.untilNoButton(page);
    await look(page, 'not-kept');
  });

  it('keeps what is typed, is created, and its tag is there', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    await pressIn(page, 'New tracker');
    const name = await steps.inBuilder(page, '.pb-form input');
    await name.type('Made in the console');
    await look(page, 'new-tracker');
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await reopen(page);
    await pressIn(page, 'New tracker');
    await steps.inBuilder(page, '.pb-notice', 'Your unsaved changes are back.');
    for (const relation of ['lineItem', 'publisher']) {
      const field = `.pb-form [data-field=${relation}] [role=combobox]`;
      await steps.openChoices(page, field);
      await (await steps.inBuilder(page, '[role=listbox]:not([hidden]) [data-id]')).click();
    }
    await steps.pressInBuilder(page, '[type=submit]:not([aria-disabled])');
    await steps.inBuilder(page, '.pb-preview', 'Made in the console');
    await steps.pressInBuilder(page);
    await steps.inBuilder(page, PASSED);
    expect(await valueOf(page, FIELD)).toContain('Made in the console');
  });

  it('is made once, though the builder is closed while it is saved, and it is saved again', async () => {
    const page = await openBuilder(KEVEL, FIELD);
    const name = 'Saved in a hurry';
    await pressIn(page, 'New tracker');
    await (await steps.inBuilder(page, '.pb-form input')).type(name);
    for (const relation of ['lineItem', 'publisher']) {
      const field = `.pb-form [data-field=${relation}] [role=combobox]`;
      await steps.openChoices(page, field);
      await (await steps.inBuilder(page, '[role=listbox]:not([hidden]) [data-id]')).click();
    }
    world().sandbox.setFault({ kind: 'slow', ms: 1500, method: 'POST' });
    const before = posts.length;
    await steps.pressInBuilder(page, '[type=submit]:not([aria-disabled])');
    await steps.inBuilder(page, '[type=submit]', 'Saving');
    steps.pressAway(page, 'Escape');
    await untilNoBuilder(page);
    await reopen(page);
    await pressIn(page, 'New tracker');
    await steps.inBuilder(page, '.pb-notice', 'Your unsaved changes are back.');
    // The frame grows with what it says, and then waits before a press counts.
    await button.afterFrames(page, 40);
    await steps.pressInBuilder(page, '[type=submit]:not([aria-disabled])');
    await steps.inBuilder(page, '.pb-preview', name);
    world().sandbox.setFault(null);
    expect(posts.slice(before)).toHaveLength(1);
  });
});
