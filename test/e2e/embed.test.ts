import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts';
import { violations } from '../support/axe.ts';
import { forceColours } from '../support/force-colours.ts';
import { createScreens } from '../support/screens.ts';
import { useSharedTab } from '../support/shared-tab.ts';
import {
  inElement,
  openEmbedPage,
  pressInside,
  saysIn,
  sendForm,
  takeTracker,
  valueOf,
} from './embed-steps.ts';
import { PATIENCE_MS } from './harness.ts';

const ELEMENT = 'imptr-tag-builder';
const EMBED_ORIGIN = 'https://embed.sandbox.test';
const LAKESIDE = (id: number, cachebuster = '%%CACHEBUSTER%%') =>
  `<!-- Imp Tracker - Lakeside Bikes - DO NOT MODIFY -->
<img src="https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${cachebuster}" width="1" height="1" />
<!-- End of Imp Tracker -->`;

const screens = createScreens('.output/screens/embed');
let sandbox: Sandbox;
let launched: LaunchedBrowser;
let page: Page;
const tab = useSharedTab(() => launched.browser, PATIENCE_MS);

beforeAll(async () => {
  sandbox = await startSandbox();
  launched = await launchBrowser({ extension: null, hostRules: sandbox.hostRules });
});
afterAll(async () => {
  await launched?.close();
  await sandbox?.close();
});
beforeEach(async () => {
  page = await tab();
  await page.setViewport({ width: 800, height: 900 });
  await page.emulateMediaFeatures([]);
});
afterEach(async () => {
  // Nothing here may ever fire a pixel.
  expect(sandbox.pixelLog()).toEqual([]);
});

describe.each([
  { name: 'plain', id: 90013, changed: '#log', inserted: '[name=notes]' },
  { name: 'react', id: 90012, changed: '#changed', inserted: '#inserted' },
  { name: 'vue', id: 90012, changed: '#changed', inserted: '#inserted' },
])('in a page of $name', ({ name, id, changed, inserted }) => {
  it('shows the tag, tells the page and is sent with the form', async () => {
    await openEmbedPage(page, name);
    await takeTracker(page, 'Lakeside');
    await screens.page(page, `${name}`);
    expect(await valueOf(page)).toBe(LAKESIDE(id));
    expect(await saysIn(page, changed, 'imptr')).toContain(LAKESIDE(id));
    await pressInside(page, 'Insert');
    expect(await saysIn(page, inserted, 'imptr')).toBe(LAKESIDE(id));
    expect(await sendForm(page)).toMatchObject({ pixel: LAKESIDE(id) });
  });
});

describe.each(['react', 'vue'])('a property bound by %s', (name) => {
  it('changes the tag, and keeps the tracker chosen from a list that is set anew', async () => {
    await openEmbedPage(page, name);
    await takeTracker(page, 'Lakeside');
    await page.select('label select', 'kevel');
    await inElement(page, '.pb-preview');
    await page.waitForFunction(() =>
      document.querySelector('imptr-tag-builder')?.getAttribute('ad-server')?.includes('kevel'),
    );
    expect(await valueOf(page)).toBe(LAKESIDE(90012, '{{timestamp}}'));
  });
});

describe('events', () => {
  it('bubble out of the shadow tree, and carry what the tag says', async () => {
    await openEmbedPage(page, 'plain');
    await page.evaluate(() => {
      document.addEventListener('tag-change', (event) => {
        const { target, bubbles, composed, detail } = event;
        const tag = target instanceof HTMLElement ? target.localName : '';
        Object.assign(window, { seen: { tag, bubbles, composed, detail } });
      });
    });
    await takeTracker(page, 'Lakeside');
    expect(await page.evaluate('seen')).toMatchObject({
      tag: ELEMENT,
      bubbles: true,
      composed: true,
      detail: {
        tag: LAKESIDE(90013),
        valid: true,
        problems: [],
        spec: { trackerId: 90013, type: 'image', trackerName: 'Lakeside Bikes' },
      },
    });
  });

  it('come for what a person does, as of native controls: input and change too', async () => {
    await openEmbedPage(page, 'plain');
    await page.evaluate(
      (names) => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        for (const name of names) {
          document.addEventListener(name, (event) => {
            if (event.target instanceof Element && event.target.id === 'pixel')
              seen.push(event.type);
          });
        }
        document.querySelector('#pixel')?.setAttribute('ad-server', 'kevel');
      },
      ['input', 'change', 'tag-change'],
    );
    expect(await page.evaluate('seen')).toEqual([]);
    await takeTracker(page, 'Lakeside');
    expect(await page.evaluate('seen')).toEqual(['input', 'change', 'tag-change']);
  });
});

describe('in a form', () => {
  it('is missing a value where one is required, and says so at its first field', async () => {
    await openEmbedPage(page, 'plain');
    await page.locator('form > p > button').click();
    const state = await page.$eval(ELEMENT, (element) => ({
      missing: element.validity.valueMissing,
      message: element.validationMessage,
      invalid: element.matches(':invalid'),
      focused: document.activeElement === element,
      field: element.shadowRoot?.activeElement?.localName,
    }));
    expect(state).toEqual({
      missing: true,
      message: 'Choose a tracker, so that there is a tag.',
      invalid: true,
      focused: true,
      field: 'select',
    });
    expect(page.url()).toBe(`${EMBED_ORIGIN}/plain`);
    await takeTracker(page, 'Lakeside');
    expect(await page.$eval(ELEMENT, (element) => element.checkValidity())).toBe(true);
  });

  it('is invalid while the tag is not usable, with the reason', async () => {
    await openEmbedPage(page, 'hostile');
    const state = await page.$eval(ELEMENT, (element) => [
      element.validity.customError,
      element.validationMessage,
    ]);
    expect(state).toEqual([true, expect.stringContaining('plain number')]);
    const mended = await page.$eval(ELEMENT, (element) => {
      element.cost = null;
      return element.validity.valid;
    });
    expect(mended).toBe(true);
  });

  it('takes a message of the page’s own', async () => {
    await openEmbedPage(page, 'several');
    const states = await page.$eval(ELEMENT, (element) => {
      element.setCustomValidity('Not this one.');
      const said = [element.checkValidity(), element.validationMessage];
      element.setCustomValidity('');
      return [...said, element.checkValidity()];
    });
    expect(states).toEqual([false, 'Not this one.', true]);
  });

  it('goes back to what the page asked for on reset', async () => {
    await openEmbedPage(page, 'several');
    const before = await valueOf(page);
    await (await inElement(page, 'select')).select('gam');
    expect(await valueOf(page)).not.toBe(before);
    await page.locator('button[type=reset]').click();
    expect(await valueOf(page)).toBe(before);
    expect(await (await inElement(page, 'select')).evaluate((s) => 'value' in s && s.value)).toBe(
      'kevel',
    );
  });

  it('sends each of several, and none that is disabled', async () => {
    await openEmbedPage(page, 'several');
    const third = await page.$eval('#third', (element) => [
      element.matches(':disabled'),
      element.shadowRoot?.querySelectorAll('button:enabled, input:enabled, select:enabled').length,
    ]);
    expect(third).toEqual([true, 0]);
    await screens.page(page, 'several');
    const first = await valueOf(page, '#first');
    expect(await sendForm(page)).toEqual({
      first,
      second:
        'https://ib.adnxs.com/imptr?id=90012&t=1&cachebuster=%n&ancost=0.0025&redir=https://example.com/pixel?a=1',
    });
  });

  it('is enabled and disabled with its fieldset', async () => {
    await openEmbedPage(page, 'several');
    await page.$eval('form > fieldset', (fieldset) => fieldset.removeAttribute('disabled'));
    await inElement(page, 'select:enabled', { host: '#third' });
    expect(await page.$eval('#third', (element) => element.matches(':enabled'))).toBe(true);
  });

  it('gets its choices back when a person returns to the page', async () => {
    await openEmbedPage(page, 'plain');
    await takeTracker(page, 'Lakeside');
    // A page that listens for its unloading is not frozen as it is, but loaded again.
    await page.evaluate(() => {
      Object.assign(window, { before: true });
      window.addEventListener('unload', () => {});
    });
    await page.goto(`${EMBED_ORIGIN}/`);
    await page.goBack();
    expect(await page.evaluate('window.before')).toBeUndefined();
    await inElement(page, '.pb-preview');
    expect(await valueOf(page)).toBe(LAKESIDE(90013));
  });

  it('is named by its label, and gets the focus when that is clicked', async () => {
    await openEmbedPage(page, 'plain');
    const group = await inElement(page, 'fieldset');
    expect(await group.evaluate((found) => found.ariaLabel)).toBe('Impression pixel');
    await page.locator('label[for=pixel]').click();
    await page.waitForFunction(() => document.activeElement?.id === 'pixel');
  });
});

describe('the element', () => {
  it('takes properties that were set before it was defined', async () => {
    await openEmbedPage(page, 'late');
    expect(await valueOf(page)).toBe(
      '<script src="https://ib.adnxs.com/imptr?id=90012&t=1&cachebuster=%%CACHEBUSTER%%" type="text/javascript"></script>',
    );
    await inElement(page, 'select', { text: 'Lakeside' });
  });

  it('keeps what was chosen when it is moved in the page', async () => {
    await openEmbedPage(page, 'several');
    await (await inElement(page, 'select')).select('gam');
    const value = await valueOf(page);
    await page.evaluate(() => document.body.append(document.querySelector('#first') ?? ''));
    expect(await valueOf(page, '#first')).toBe(value);
    expect(await (await inElement(page, 'select', { host: '#first' })).isVisible()).toBe(true);
  });

  it('is registered once, however many scripts do it', async () => {
    await openEmbedPage(page, 'plain');
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const same = await page.evaluate(async () => {
      const before = customElements.get('imptr-tag-builder');
      await new Promise((resolve) => {
        const script = Object.assign(document.createElement('script'), {
          src: '/package/classic.js',
        });
        script.addEventListener('load', resolve);
        document.head.append(script);
      });
      return before === customElements.get('imptr-tag-builder');
    });
    expect([same, errors]).toEqual([true, []]);
  });

  it('registers under another name, and is one class in both modules', async () => {
    await openEmbedPage(page, 'csp');
    const found = await page.evaluate(`import('/package/imptr-tag-builder.js').then((module) => {
      class Other extends module.ImptrTagBuilder {}
      Other.define('other-builder');
      const other = document.createElement('other-builder');
      other.trackerId = 5;
      return [customElements.get(module.TAG_NAME) === module.ImptrTagBuilder, other.value];
    })`);
    expect(found).toEqual([true, expect.stringContaining('id=5')]);
  });

  it('searches a long list of trackers', async () => {
    await openEmbedPage(page, 'csp');
    await page.$eval(ELEMENT, (element) => {
      element.trackers = Array.from({ length: 1000 }, (_, index) => ({
        id: 1000 + index,
        name: `Placement ${index}`,
      }));
    });
    await (await inElement(page, '.pb-builder input')).type('placement 777');
    await inElement(page, '.pb-hint', { text: '1 of 1,000' });
    await screens.page(page, 'long-list');
    await takeTracker(page, 'Placement 777');
    expect(await valueOf(page)).toContain('id=1777');
  });

  it('stays within a narrow column', async () => {
    await page.setViewport({ width: 320, height: 900 });
    await openEmbedPage(page, 'csp');
    await takeTracker(page, 'Lakeside');
    await screens.page(page, 'narrow');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });

  it('says so where no tracker is given', async () => {
    await openEmbedPage(page, 'several');
    await page.$eval('#first', (element) => element.removeAttribute('tracker-id'));
    await inElement(page, '.pb-empty', { text: 'No impression tracker' });
    expect(await valueOf(page)).toBe('');
  });
});

describe('copying', () => {
  it('puts the tag on the clipboard and tells the page', async () => {
    await launched.browser
      .defaultBrowserContext()
      .overridePermissions(EMBED_ORIGIN, ['clipboard-read', 'clipboard-sanitized-write']);
    await openEmbedPage(page, 'plain');
    await takeTracker(page, 'Lakeside');
    await pressInside(page, 'Copy');
    await saysIn(page, '#log', 'tag-copy');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LAKESIDE(90013));
  });

  it('falls back to the old command, past the page’s own listeners', async () => {
    await openEmbedPage(page, 'plain');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      document.addEventListener('copy', (event) => event.preventDefault(), { capture: true });
    });
    await takeTracker(page, 'Lakeside');
    await pressInside(page, 'Copy');
    await saysIn(page, '#log', 'tag-copy');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LAKESIDE(90013));
  });

  it('says when the browser allows neither', async () => {
    await openEmbedPage(page, 'plain');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      document.execCommand = () => false;
    });
    await takeTracker(page, 'Lakeside');
    await pressInside(page, 'Copy');
    await inElement(page, '.pb-notice.warning', { text: 'did not allow copying' });
    expect(await page.$eval('#log', (log) => log.textContent)).not.toContain('tag-copy');
  });

  it('stands in for an insert that no page took', async () => {
    await openEmbedPage(page, 'rtl');
    await page.$eval(ELEMENT, (element) => {
      element.cost = null;
    });
    await pressInside(page, 'Insert');
    await inElement(page, '.pb-notice.warning', { text: 'on the clipboard' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await valueOf(page));
  });
});

describe('under a strict policy with Trusted Types', () => {
  it('works, and breaks none of it', async () => {
    await openEmbedPage(page, 'csp');
    await takeTracker(page, 'Lakeside');
    await (await inElement(page, '.pb-more summary')).click();
    await pressInside(page, 'Copy');
    await inElement(page, '.pb-notice');
    await screens.page(page, 'strict-policy');
    const shown = await inElement(page, '.pb-button.primary');
    expect(await shown.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(168, 35, 90)',
    );
    expect(await page.evaluate('violations')).toEqual([]);
    // The page would have told: a style of its own is refused.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction('violations.length === 1');
    await page.evaluate('violations.length = 0');
    expect(await sendForm(page)).toEqual({ pixel: LAKESIDE(90012) });
  });
});

describe('style', () => {
  it('does not come in from a style sheet that spares nothing, nor go out', async () => {
    await openEmbedPage(page, 'hostile');
    await screens.page(page, 'hostile');
    const { hostile, peaceful } = await page.evaluate(() => {
      const root = document.querySelector('imptr-tag-builder')?.shadowRoot;
      const styles = () =>
        [...(root?.querySelectorAll('*') ?? [])].map((element) => {
          const style = getComputedStyle(element);
          const skipped = /^(?:top|bottom|left|right)$|size|width|height|origin|inline|block/;
          return [...style]
            .filter((name) => !name.startsWith('--') && !skipped.test(name))
            .map((name) => `${element.className} ${name}: ${style.getPropertyValue(name)}`);
        });
      const before = styles();
      for (const sheet of document.styleSheets) {
        if (sheet.href?.endsWith('hostile.css')) sheet.disabled = true;
      }
      return { hostile: before.flat(), peaceful: styles().flat() };
    });
    expect(hostile.length).toBeGreaterThan(1000);
    expect(hostile).toEqual(peaceful);
    const own = await page.$eval('#own button', (button) => {
      const { minHeight, display } = getComputedStyle(button);
      return { minHeight, display };
    });
    expect(own).toEqual({ minHeight: '0px', display: 'inline-block' });
  });

  it('follows the page’s scheme, its custom properties and its parts', async () => {
    await openEmbedPage(page, 'dark');
    await screens.page(page, 'dark-page');
    const style = (host: string, selector: string, property: string) =>
      inElement(page, selector, { host }).then((found) =>
        found.evaluate(
          (element, name) => getComputedStyle(element).getPropertyValue(name),
          property,
        ),
      );
    expect(await style('#inherits', '.pb-embed', 'background-color')).toBe('rgb(27, 25, 29)');
    expect(await style('#themed', '.pb-embed', 'background-color')).toBe('rgb(16, 33, 31)');
    expect(await style('#themed', '.pb-button.primary', 'background-color')).toBe(
      'rgb(127, 216, 200)',
    );
    expect(await style('#themed', '.pb-embed-label', 'font-style')).toBe('italic');
    expect(await style('#themed', '.pb-preview', 'font-size')).toBe('13px');
    expect(await style('#inherits', '.pb-preview', 'font-size')).toBe('12px');
  });
});

describe('in the person’s own few colours', () => {
  beforeEach(async () => {
    await openEmbedPage(page, 'plain');
    await takeTracker(page, 'Lakeside');
    await forceColours(page, true);
  });
  afterEach(() => forceColours(page, false));
  const lookOf = async (selector: string, look: 'backgroundColor' | 'outline') =>
    (await inElement(page, selector)).evaluate(
      (element, name) => getComputedStyle(element)[name],
      look,
    );

  it.each([
    ['.pb-button.primary', '.pb-button:not(.primary)'],
    ['.pb-choice label:has(:checked)', '.pb-choice label:not(:has(:checked))'],
  ])('%s is told from %s', async (one, other) => {
    expect(await lookOf(one, 'backgroundColor')).not.toBe(await lookOf(other, 'backgroundColor'));
    await screens.page(page, 'forced');
  });

  it.each(['.pb-button.primary', '.pb-button:not(.primary)', '.pb-choice label'])(
    '%s is told where the pointer is on it',
    async (selector) => {
      const before = await lookOf(selector, 'outline');
      await (await inElement(page, selector)).hover();
      expect(await lookOf(selector, 'outline')).not.toBe(before);
    },
  );
});

describe('with the keyboard alone', () => {
  it('a tracker is found, the type chosen, the tag inserted', async () => {
    await openEmbedPage(page, 'plain');
    await page.focus('[name=placement]');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lakeside');
    await inElement(page, '.pb-preview', { text: 'Lakeside' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await valueOf(page)).toContain('<script');
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.$eval(
        ELEMENT,
        (element) => element.shadowRoot?.activeElement?.textContent ?? '',
      );
      if (at === 'Insert') break;
    }
    await screens.page(page, 'keyboard');
    await page.keyboard.press('Enter');
    expect(await saysIn(page, '[name=notes]', 'imptr')).toContain('<script');
  });
});

describe('is accessible', () => {
  const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
    plain: (page) => takeTracker(page, 'Lakeside'),
    several: () => Promise.resolve(),
    rtl: () => Promise.resolve(),
    dark: () => Promise.resolve(),
    playground: () => Promise.resolve(),
  };
  it.each(Object.entries(VIEWS))('%s, in light and in dark', async (name, prepare) => {
    await openEmbedPage(page, name);
    await prepare(page);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await screens.page(page, `${name}-${scheme}`);
      expect(await violations(page, ELEMENT), scheme).toEqual([]);
    }
  });
});

describe('the playground', () => {
  it('sets every attribute and logs every event', async () => {
    await openEmbedPage(page, 'playground');
    await page.select('#attribute-type', 'url');
    expect(await valueOf(page)).toMatch(/^https:/);
    await pressInside(page, 'Insert');
    await saysIn(page, '#log', 'tag-insert valid=true https://');
    await page.locator('#attribute-cost').fill('1,5');
    await page.locator('#form > p > button').click();
    await saysIn(page, '#log', 'invalid: The cost “1,5” is no plain number');
    await page.locator('#attribute-cost').fill('0.0015');
    await page.locator('#form > p > button').click();
    await saysIn(page, '#log', 'submit: pixel = https://');
  });

  it('is linked from the start page', async () => {
    await page.goto('https://start.sandbox.test/');
    await Promise.all([
      page.waitForNavigation(),
      page.locator('::-p-aria([name="playground"][role="link"])').click(),
    ]);
    expect(page.url()).toBe(`${EMBED_ORIGIN}/playground`);
  });
});
