// @vitest-environment happy-dom

import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { OptionsActions, OptionsData } from '@/components/options/options-actions';
import { createOptionsModel } from '@/components/options/options-model';
import { OptionsApp } from '@/components/pages/options/OptionsApp';
import { draftOfRow } from '@/lib/core/ad-server/profile-draft';
import { AppError } from '@/lib/core/base/errors';

import { optionsActions } from './options-sample';

afterEach(cleanup);

const GAM = 'https://admanager.google.com/*';
async function setUp(data: Partial<OptionsData> = {}, change: Partial<OptionsActions> = {}) {
  const sample = optionsActions(data);
  const actions = {
    ...sample,
    turnOn: vi.fn(sample.turnOn),
    turnOff: vi.fn(sample.turnOff),
    allowApi: vi.fn(sample.allowApi),
    writeOwn: vi.fn(sample.writeOwn),
    dismiss: vi.fn(sample.dismiss),
    restore: vi.fn(sample.restore),
    writeDraft: vi.fn(sample.writeDraft),
    clearDraft: vi.fn(sample.clearDraft),
    saveFile: vi.fn(sample.saveFile),
    ...change,
  };
  const model = createOptionsModel(actions);
  render(<OptionsApp model={model} />);
  const started = model.start();
  return { actions, model, started, user: userEvent.setup() };
}

const ready = async (...args: Parameters<typeof setUp>) => {
  const world = await setUp(...args);
  await world.started;
  return world;
};
const button = (name: string) => screen.getByRole('button', { name });

it('finds a console by every name its ad server goes by, and by its host', async () => {
  const { user } = await ready();
  const field = screen.getByLabelText('Search consoles');
  const names = () =>
    screen
      .queryAllByRole('button', { name: /^Turn on/ })
      .map((it) => it.getAttribute('aria-label'));
  for (const words of ['DFP', 'admanager.google']) {
    await user.clear(field);
    await user.type(field, words);
    expect(names(), words).toEqual([expect.stringContaining('Google Ad Manager')]);
  }
});

describe('four states', () => {
  it('loading', async () => {
    await setUp({}, { load: () => new Promise(() => {}) });
    screen.getByText('Loading…');
  });
  it('empty, with what next', async () => {
    await ready();
    screen.getByText('No ad server of your own yet');
    screen.getByText(/Nothing is dismissed/);
  });
  it('error', async () => {
    await ready({}, { load: () => Promise.reject(new AppError('storage-failed')) });
    screen.getByText('The browser could not keep the data.');
  });
});

describe('a console', () => {
  it('asks for all of its hosts, in the click itself', async () => {
    const { actions } = await ready();
    button('Turn on Microsoft Monetize / Invest / Curate (Xandr) as the serving side').click();
    expect(actions.turnOn).toHaveBeenCalledWith([
      'https://monetize.xandr.com/*',
      'https://invest.xandr.com/*',
      'https://curate.xandr.com/*',
    ]);
    await screen.findByText(/is on\. Open tabs/);
  });
  it('says when the browser refuses', async () => {
    const turnOn = () => Promise.reject(new AppError('access-refused'));
    await ready({}, { turnOn });
    button('Turn on Google Ad Manager').click();
    await screen.findByText('The browser did not allow access to this site.');
  });
  it('that the browser withholds can be asked for again, or turned off', async () => {
    const states = { [GAM]: 'withheld' } as const;
    const { actions } = await ready({ consoles: { states, isApiGranted: true } });
    screen.getByText(/Turned on here, but the browser gives no access/);
    button('Allow access to Google Ad Manager').click();
    expect(actions.turnOn).toHaveBeenCalledWith([GAM]);
    button('Turn off Google Ad Manager').click();
    expect(actions.turnOff).toHaveBeenCalledWith([GAM]);
  });
  it('of nobody known is listed while it is on', async () => {
    const states = { 'https://ads.example/*': 'on' } as const;
    const { actions } = await ready({ consoles: { states, isApiGranted: true } });
    button('Turn off ads.example').click();
    expect(actions.turnOff).toHaveBeenCalledWith(['https://ads.example/*']);
  });
  it('and the service’s own host, where Firefox withholds it', async () => {
    const { actions } = await ready({ consoles: { states: {}, isApiGranted: false } });
    button('Allow access').click();
    expect(actions.allowApi).toHaveBeenCalledOnce();
  });
});

describe('own ad servers', () => {
  const ours = { id: 'ours', name: 'Ours', cachebuster: '[R]' };

  it('the administrator’s cannot be edited, and say that they go first', async () => {
    await ready({
      profiles: {
        managed: [{ id: 'gam', cachebuster: '[A]' }],
        own: [{ id: 'gam', maxLength: 9 }],
      },
    });
    screen.getByText('Set by your administrator');
    screen.getByText(/your own row counts for nothing/);
    expect(screen.queryByRole('button', { name: 'Edit Google Ad Manager' })).toBeNull();
    button('Remove Google Ad Manager');
  });
  it('removing can be undone', async () => {
    const { actions, user } = await ready({ profiles: { managed: [], own: [ours] } });
    await user.click(button('Remove Ours'));
    expect(actions.writeOwn).toHaveBeenLastCalledWith([]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(actions.writeOwn).toHaveBeenLastCalledWith([ours]);
  });
  it('what is typed is kept, and gone once it is saved', async () => {
    const { actions, user } = await ready();
    await user.click(button('Add ad server'));
    await user.type(screen.getByLabelText('Name'), 'Ours');
    expect(actions.writeDraft).toHaveBeenLastCalledWith('options:ad-server', {
      ...draftOfRow(null),
      name: 'Ours',
    });
    await user.click(button('Save ad server'));
    expect(actions.writeOwn).toHaveBeenLastCalledWith([{ id: 'ours', name: 'Ours' }]);
    expect(actions.clearDraft).toHaveBeenCalledOnce();
  });
  it('and comes back after a reload', async () => {
    const kept = { ...draftOfRow(null), name: 'Half ty' };
    await ready({}, { readDraft: async () => kept });
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Half ty');
    screen.getByText('What you typed before is back.');
  });
  it('an override shows what the catalogue says', async () => {
    const { model } = await ready();
    model.openForm(draftOfRow(null, 'gam'));
    const form = within(await screen.findByRole('form', { name: 'Change Google Ad Manager' }));
    form.getByText(/Catalogue: %%CACHEBUSTER%%/);
  });
});

describe('a file of ad servers', () => {
  const rowsOf = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, at) => ({ id: `own-${at}`, name: 'Own' })));

  it('that is too large is not even read', async () => {
    const { model } = await ready();
    const read = vi.fn(async () => '[]');
    await model.importFile({ size: 2_000_001, text: read });
    await screen.findByText(/over 2 MB/);
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    ['a text too long', `[${' '.repeat(2_000_000)}]`, /over 2 MB/],
    ['too many rows', rowsOf(1001), /over 1,000 ad servers/],
    ['a million numbers', JSON.stringify(Array(900_000).fill(0)), /over 1,000 ad servers/],
    ['no JSON', '['.repeat(1_900_000), /is no JSON/],
  ])('with %s is refused in words', async (_, content, sentence) => {
    const { model, actions } = await ready();
    await model.importFile({ size: 5, text: async () => content });
    await screen.findByText(sentence);
    expect(actions.writeOwn).not.toHaveBeenCalled();
  });

  it('that the browser cannot read is said', async () => {
    const { model } = await ready();
    await model.importFile({ size: 5, text: () => Promise.reject(new Error('gone')) });
    await screen.findByText(/could not read this file/);
  });

  it('of many rows lists the first ones and counts the rest', async () => {
    const { model } = await ready();
    const content = JSON.stringify(Array.from({ length: 1000 }, () => ({ id: 'nameless' })));
    await model.importFile({ size: 5, text: async () => content });
    await screen.findByText('800 further rows are not listed here.');
    expect(screen.getAllByText(/Left out/)).toHaveLength(200);
  });

  it('with fields nobody knows names some of them', async () => {
    const { model } = await ready();
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`f${at}`, at]));
    const content = JSON.stringify([{ id: 'own', name: 'x'.repeat(1_000_000), ...fields }]);
    await model.importFile({ size: 5, text: async () => content });
    const [row] = await screen.findAllByText(/Not known and left out: f0, /);
    expect(row?.textContent).toContain('f9 and 49,990 more.');
    expect(row?.textContent?.length).toBeLessThan(1000);
  });
});

describe('pixel hosts of one’s own', () => {
  const field = () => screen.getByLabelText('Your pixel hosts');

  it('are saved as they are understood, and what was typed is kept until then', async () => {
    const writeHosts = vi.fn(async () => {});
    const { actions, user } = await ready({}, { writeHosts });
    await user.type(field(), 'https://PX.example.com/imptr');
    expect(actions.writeDraft).toHaveBeenLastCalledWith(
      'options:hosts',
      'https://PX.example.com/imptr',
    );
    await user.click(button('Save hosts'));
    expect(writeHosts).toHaveBeenCalledWith(['px.example.com']);
    expect(actions.clearDraft).toHaveBeenCalledWith('options:hosts');
    await screen.findByText('Saved 1 host.');
  });
  it('are not saved while a line cannot be taken, which is named', async () => {
    const writeHosts = vi.fn(async () => {});
    const { user } = await ready({}, { writeHosts });
    await user.type(field(), 'px.example.com{enter}*.example.com');
    screen.getByText('Line 2 (*.example.com): a star is not taken here; write each name out.');
    await user.click(button('Save hosts'));
    expect(writeHosts).not.toHaveBeenCalled();
  });
  it('come back as they were typed', async () => {
    const readDraft = async (key: string) => (key === 'options:hosts' ? 'px.exam' : null);
    await ready(
      { pixelHosts: { managed: ['m.example.com'], own: ['a.example.com'] } },
      { readDraft },
    );
    expect(field()).toHaveProperty('value', 'px.exam');
    screen.getByText('m.example.com');
  });
});

describe('how many recordings are kept', () => {
  it('is saved, and said', async () => {
    const writeKeeping = vi.fn(async () => {});
    const { user } = await ready({}, { writeKeeping });
    const count = screen.getByLabelText('Newest recordings that are kept');
    await user.clear(count);
    await user.type(count, '200');
    await user.type(screen.getByLabelText('Days that one is kept'), '90');
    const requests = screen.getByLabelText('Requests that one recording keeps');
    expect(requests).toHaveProperty('value', '100000');
    await user.clear(requests);
    await user.type(requests, '20000');
    await user.click(button('Save numbers'));
    expect(writeKeeping).toHaveBeenCalledWith({ recordings: 200, days: 90, requests: 20_000 });
    await screen.findByText(
      'Saved. The 200 newest are kept, for 90 days, with at most 20,000 requests each.',
    );
  });
  it('is not taken where it is no number', async () => {
    const writeKeeping = vi.fn(async () => {});
    const { user } = await ready({}, { writeKeeping });
    await user.type(screen.getByLabelText('Days that one is kept'), 'all');
    screen.getByText(/^Give a whole number of recordings/);
    await user.click(button('Save numbers'));
    expect(writeKeeping).not.toHaveBeenCalled();
  });
});
