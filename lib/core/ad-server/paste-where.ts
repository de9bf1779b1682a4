/**
 * Where in the console the tag goes, in the words of its vendor, by ad server; from the same reference as the
 * dialects. Apart from them: whoever only builds tags knows no console.
 */
export const PASTE_WHERE: Readonly<Partial<Record<string, string>>> = {
  cm360:
    'Advertiser or Campaign > Event tags > new event tag, type impression image URL (bare URL, use t=2) or impression JavaScript URL (bare URL, use t=1). One event tag per tracking URL. API: EventTag.url with IMPRESSION_IMAGE_EVENT_TAG / IMPRESSION_JAVASCRIPT_EVENT_TAG.',
  gam: "Creative of type image, Campaign Manager 360, custom, HTML5 or third party: tick 'Set impression tracking URLs' and enter bare URL(s). Standard template 'Image banner with optional third party tracking': fields 'Third party impression tracker 1/2 (optional)'. Third-party/custom creative: HTML code snippet. Video: tracking URL for creative view.",
  dv360:
    'Hosted display: appended HTML tracking tag (API appendedTag: HTML). Native: tracking URLs (API trackerUrls: bare https URLs, no IMG or SCRIPT tags, DV360 macros only). Video/audio: third-party URL of type Impression (API thirdPartyUrls, https). Third-party tag creative: put the pixel inside the tag itself.',
  sizmek:
    'Third-party impression tracking URL of the ad/placement (field name not verified). Served code calls each URL as an image.',
  flashtalking:
    'Third-party impression tracking of the placement/creative (field name not verified). Image URLs land in exttrack[] and are fired with new Image(); script URLs land in extscript[].',
  innovid: 'Third-party impression tracker of the placement/creative (screen not verified).',
  adform:
    'Impression tracking pixel (URL) or tracking script of the banner/line item/campaign (screen name not verified).',
  ttd: 'Creative > third-party impression tracking URL (field name not verified).',
  xandr:
    "Advertiser (or network) > Third-party Pixels > New: choose Type (URL image / URL JavaScript / URL HTML / raw JavaScript) and fill the matching box; when 'Serve on Secure Inventory' is on it asks for a secure link as well as a standard link.",
  kevel:
    "Body of a JavaScript/HTML creative (macros also work in creative template fields, ClickUrl and metadata). 'Convert to Kevel Macros' button handles DoubleClick, Sizmek, Atlas and Flashtalking tags only.",
  'equativ-direct':
    "Insertion > Creatives: 'Creative script' (Paste script) for a redirect tag; 'Custom script' (creative or insertion) for additional tracking scripts and third-party impression pixels; some templates have their own pixel parameter.",
  'equativ-activation':
    'Line item > creative: third-party display or VAST tag, and third-party measurement tag.',
  freewheel: 'Tracking URL of the ad/creative in MRM (screen not verified).',
  beeswax: 'Creative template content, creative content, pixel URL.',
  'yahoo-dsp':
    "Third-party creative tag / ad beacons (screen not verified). Known vendors' tags get macros inserted automatically.",
  adbutler:
    'Tracking URL / image source URL of the ad item, or the body of a Custom HTML / third-party script ad item.',
  revive:
    "Banner > Advanced: 'Always append the following HTML code to this banner' (textarea name=append; prepend also). Zone > Advanced has the same pair. HTML banner: textarea name=htmltemplate.",
  springserve:
    "Event pixels of a demand tag, or the demand tag endpoint URL (Demand > Tags). 'Suggested Macros' proposes a rewritten URL; 'Tag Validator' can test it.",
  vast: '<Impression><![CDATA[ URL ]]></Impression> in InLine or Wrapper (CDATA, so keep & and do not write &amp;).',
  openrtb: 'Inside bid.adm, nurl or burl; the exchange substitutes.',
  none: 'Hand to the developer. MRAID defines no URL macros: fire from script.',
  'adobe-dsp':
    "Ad settings > Pixel: Integration Event = Impression; Pixel Type = IMG URL, HTML or JavaScript URL; field 'Pixel URL or Code'.",
  criteo: 'Impression-tracking URL of the ad set.',
  linkedin: "Ad > tracking tags ('Add tracking tags' dialog): impression tag.",
  basis:
    'Image Impression Tracking URL or Script Impression Tracking URL (bare URL, use t=1), up to three of each.',
  adspeed:
    'Advanced Settings > Third-Party Pixel URL (bare URL). Several URLs in one field are separated by [AS:3PTRACKER]; append [AS:3PPIXELJS] to make one a script pixel.',
  adfox:
    "Banner parameters > 'Tracking pixel link'; or Events > 'Viewable impressions, 2 seconds'.",
};
