import type { DatabaseSync } from 'node:sqlite';

import { inserter } from './insert.ts';

type Creative = readonly [id: number, name: string, landing: string, width: number, height: number];

const CREATIVES: Readonly<Record<string, readonly Creative[]>> = {
  gam: [
    [138412066, 'Harbour Coffee – Spring burst 300x250', '/spring-roast', 300, 250],
    [138412067, 'Harbour Coffee – Spring burst 728x90', '/spring-roast', 728, 90],
    [138412071, 'Northwind – Boots & jackets 300x250', '/boots', 300, 250],
    [138412090, 'Meridian Travel – Lisbon weekender 300x600', '/lisbon', 300, 600],
  ],
  kevel: [
    [5512301, 'Harbour Coffee / Cold brew / MPU', '/cold-brew', 300, 250],
    [5512302, 'Northwind / Rainwear / Leaderboard', '/rainwear', 728, 90],
    [5512309, 'Meridian Travel / City breaks / MPU', '/city-breaks', 300, 250],
  ],
  demo: [
    [101, 'Harbour Coffee, loyalty card', '/loyalty', 300, 250],
    [102, 'Northwind Outfitters, winter sale', '/winter-sale', 300, 250],
    [103, 'Meridian Travel, early bird', '/early-bird', 320, 50],
  ],
};

/** A few creatives in each console, with an empty pixel field: filling it is the demo. */
export function insertCreatives(db: DatabaseSync): void {
  const insert = inserter(db, 'creatives', [
    'id',
    'console',
    'name',
    'landing_url',
    'width',
    'height',
    'pixels',
  ]);
  for (const [console, rows] of Object.entries(CREATIVES)) {
    for (const [id, name, landing, width, height] of rows) {
      const url = `https://www.advertiser.example${landing}`;
      insert({ id, console, name, landing_url: url, width, height, pixels: '' });
    }
  }
}
