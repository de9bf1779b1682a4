import { describe, expect, it } from 'vitest';

import {
  type ConsoleChoices,
  type ConsoleMemory,
  consoleKey,
  recall,
  remember,
  REMEMBERED_CONSOLES,
} from '@/lib/core/console/console-memory';

describe('the account that an address tells', () => {
  it.each([
    [
      'https://admanager.google.com/12345#creatives/creative/detail/creative_id=138',
      'admanager.google.com/12345',
    ],
    ['https://admanager.google.com/12345#delivery/line_item/list', 'admanager.google.com/12345'],
    ['https://admanager.google.com/67890#home', 'admanager.google.com/67890'],
    [
      'https://campaignmanager.google.com/trafficking/#/accounts/123/campaigns/456/explorer',
      'campaignmanager.google.com/accounts/123',
    ],
    [
      'https://campaignmanager.google.com/trafficking/#/accounts/124/advertisers/9/tags',
      'campaignmanager.google.com/accounts/124/advertisers/9',
    ],
    [
      'https://displayvideo.google.com/ng_nav/p/1/a/2/creatives/77',
      'displayvideo.google.com/p/1/a/2',
    ],
    [
      'https://displayvideo.google.com/#ng_nav/p/1/a/3/creatives',
      'displayvideo.google.com/p/1/a/3',
    ],
    [
      'https://monetize.xandr.com/members/958/advertisers/700101/pixels',
      'monetize.xandr.com/members/958/advertisers/700101',
    ],
    [
      'https://revive.example/www/admin/banner-advanced.php?clientid=4&campaignid=7&bannerid=9',
      'revive.example/clientid/4',
    ],
    ['https://ads.example/app?view=x&account_id=31#banners/5', 'ads.example/account_id/31'],
    ['https://ads.example/#!/banners?accountId=31', 'ads.example/accountId/31'],
    [
      'https://ads.example/orgs/0f8fad5b-d9cb-469f-a165-70867728950e/creatives',
      'ads.example/orgs/0f8fad5b-d9cb-469f-a165-70867728950e',
    ],
    ['https://ADS.example:8443/accounts/9', 'ads.example/accounts/9'],
  ])('%s', (address, key) => expect(consoleKey(address)).toBe(key));

  it.each([
    ['https://admanager.google.com/creatives/138412066', 'admanager.google.com'],
    ['https://app.kevel.co/', 'app.kevel.co'],
    ['https://app.kevel.co', 'app.kevel.co'],
    ['https://platform.sizmek.com/#/spa/campaigns/1001/ads', 'platform.sizmek.com'],
    ['https://ads.example/accounts/list', 'ads.example'],
    ['https://ads.example/accounts/', 'ads.example'],
    ['https://ads.example/search?q=accounts/5', 'ads.example'],
    ['https://ads.example/?a=5', 'ads.example'],
    ['https://user:pw@ads.example/x', 'ads.example'],
  ])('none is in %s', (address, key) => expect(consoleKey(address)).toBe(key));

  it.each(['about:blank', 'about:srcdoc', '', 'blob:https://ads.example/1', 'chrome://settings'])(
    'no console at all: %s',
    (address) => expect(consoleKey(address)).toBeNull(),
  );
});

const choices = (adServerId: string): ConsoleChoices => ({
  adServerId,
  advertiser: { id: 7, name: 'Harbour Coffee' },
  type: 'url',
});

describe('the memory', () => {
  it('keeps two accounts of one host apart', () => {
    let memory: ConsoleMemory = [];
    memory = remember(memory, 'ads.example/1', choices('gam'));
    memory = remember(memory, 'ads.example/2', choices('cm360'));
    expect(recall(memory, 'ads.example/1')?.adServerId).toBe('gam');
    expect(recall(memory, 'ads.example/2')?.adServerId).toBe('cm360');
    expect(recall(memory, 'ads.example')).toBeNull();
    expect(recall(memory, null)).toBeNull();
  });
  it('has the last word of each account once', () => {
    let memory: ConsoleMemory = remember([], 'a', choices('gam'));
    memory = remember(memory, 'b', choices('gam'));
    memory = remember(memory, 'a', choices('ttd'));
    expect(memory.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(recall(memory, 'a')?.adServerId).toBe('ttd');
  });
  it('forgets the oldest when it is full', () => {
    let memory: ConsoleMemory = [];
    for (let n = 0; n <= REMEMBERED_CONSOLES; n += 1)
      memory = remember(memory, `${n}`, choices('gam'));
    expect(memory).toHaveLength(REMEMBERED_CONSOLES);
    expect(recall(memory, '0')).toBeNull();
    expect(recall(memory, '1')).not.toBeNull();
  });
});
