/** Made-up but plausible names for the seeded world. None is a real company. */
export const BRANDS: readonly string[] = [
  'Alder & Finch',
  'Arroyo Energy',
  'Bayside Credit Union',
  'Birchwood Furniture',
  'Blue Heron Hotels',
  'Brightwater Insurance',
  'Café Lumière',
  'Cobblestone Shoes',
  'Copperline Cycles',
  'Dovetail Kitchens',
  'Eastgate Motors',
  'Ember & Oak Grills',
  'Fernhill Dairy',
  'Fjällvik Sportswear',
  'Glasshouse Garden Centres',
  'Granite Peak Bank',
  'Greenlane Pharmacies',
  'Hollis Street Theatre',
  'Ironbridge Tools',
  'Juniper Mobile',
  'Kestrel Airlines',
  'Kiteworks Toys',
  'Larkspur Cosmetics',
  'Lighthouse Broadband',
  'Maple & Main Bakery',
  'Mistral Mattresses',
  'Nordlys Optik',
  'Oakhurst University',
  'Papillon Jewellers',
  'Pinecrest Pet Food',
  'Quayside Seafood',
  'Redfern Records',
  'Saltmarsh Brewing',
  'Silverbirch Homes',
  'Solstice Skincare',
  'Stonebridge Legal',
  'Sunday Market Grocers',
  'Thornfield Books',
  'Tidal Wave Swimwear',
  'Umbra Lighting',
  'Westerly Ferries',
];

export const CAMPAIGNS: readonly string[] = [
  'Spring burst',
  'Back to school',
  'Summer always-on',
  'Autumn awareness',
  'Winter sale',
  'Black Friday',
  'New year offers',
  'Brand lift',
  'App installs',
  'Store openings',
  'Loyalty launch',
  'Retargeting',
  'Early bird',
  'City breaks',
  'Last minute',
  'Family holidays',
];

/** Names that a careless tag builder or list breaks on. They turn up among Northwind's trackers. */
export const AWKWARD_NAMES: readonly string[] = [
  'Winter sale -- display & video',
  'Retargeting "cart" <v2>',
  'Schuhe für Kinder – Q4',
  "Women's boots, 20% off",
  '秋のキャンペーン 300x250',
  'Launch --> homepage takeover',
  'Rainwear  |  double  spaces ',
];

export const REGIONS: readonly string[] = ['UK', 'US East', 'US West', 'DACH', 'Nordics', 'Iberia'];

export const CITIES: readonly string[] = [
  'Ashbourne',
  'Brackwater',
  'Calder Valley',
  'Dunmore',
  'Eastmere',
  'Fairhaven',
  'Glenrock',
  'Hartwell',
  'Inverleith',
  'Kingsbridge',
  'Lakeside',
  'Milford',
  'Northport',
  'Oakdale',
  'Penrose',
];

export const PAPERS: readonly string[] = ['Gazette', 'Courier', 'Weather', 'Sport'];

export const SECTIONS: readonly string[] = ['Home', 'News', 'Sport', 'Travel', 'Article', 'Search'];

export const SIZES: readonly (readonly [number, number])[] = [
  [300, 250],
  [728, 90],
  [160, 600],
  [300, 600],
  [970, 250],
  [320, 50],
];
