const listed = (titles: string): readonly string[] => titles.split(', ');

// Titles of the ad servers' own exports, and of the same in other languages. `Tag` is a day in German and a placement
// in English: it is neither.
export const DATE_TITLES = listed(
  'Date, Day, Report date, Event date, Date (UTC), Day (UTC), Date and hour, Date/Time, Datetime, Date hour, Timestamp, Datum, Jour, Fecha, Día, Data, Giorno, Dag, Dia, Dato',
);
export const HOUR_TITLES = listed(
  'Hour, Hour of day, Hour of the day, Time, Stunde, Heure, Hora, Ora, Uur',
);
export const DEVICE_TITLES = listed(
  'Device, Device type, Device category, Platform type, Device name, Platform, Gerät, Gerätetyp, Gerätekategorie, Appareil, Dispositivo, Apparaat',
);
export const SYSTEM_TITLES = listed(
  "Operating system, OS, Operating system name, OS name, Operating system version, Betriebssystem, Système d'exploitation, Sistema operativo, Besturingssysteem",
);

/** By what a file tells its rows apart, the first that it has: names, then ids of the same. */
export const LEVEL_TITLES: readonly (readonly [
  names: readonly string[],
  ids: readonly string[],
])[] = [
  [
    listed(
      'Placement, Placement name, Placements, Placement ID/name, Ad placement, Platzierung, Emplacement, Ubicación, Posizionamento, Plaatsing, Posicionamento',
    ),
    listed('Placement ID, PlacementID, Placement number, Platzierungs-ID, Placement external ID'),
  ],
  [
    listed('Line item, Line item name, Line, Werbebuchung, Élément de campagne, Línea de pedido'),
    listed('Line item ID, LineItemID, Werbebuchungs-ID'),
  ],
  [listed('Flight, Flight name'), listed('Flight ID, FlightID')],
  [
    listed('Ad, Ad name, Anzeige, Annonce, Anuncio, Advertentie'),
    listed('Ad ID, AdID, Anzeigen-ID'),
  ],
  [
    listed('Creative, Creative name, Banner, Banner name, Creatividad, Création'),
    listed('Creative ID, CreativeID, Banner ID'),
  ],
  [listed('Ad unit, Ad unit name, Anzeigenblock, Zone, Zone name'), listed('Ad unit ID, Zone ID')],
];

/** The first of these that a file has; viewable, measurable and eligible ones are counts of something else. */
export const IMPRESSION_TITLES = listed(
  'Impressions, Ad server impressions, Total line item level impressions, Served impressions, Impressions served, Delivered impressions, Impressions delivered, Tracked impressions, Logged impressions, Imps, Impression, Views, Total impressions, Total ad server impressions, Impression count, Gross impressions, Impressionen, Ad Impressions, AdImpressions, Impresiones, Impressioni, Impressies, Impressões, Affichages, Weergaven, Visninger, Visningar, Billable impressions, Downloaded impressions, Ad server downloaded impressions',
);
