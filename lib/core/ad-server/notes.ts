/** Where a row of the catalogue comes from, and what else is known of its ad server. */
export interface AdServerNotes {
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  /** How sure each field is, where that differs from the row. */
  readonly fields: Readonly<Record<string, string>>;
  /** How its console is built, as far as anybody said. */
  readonly ui: string | null;
}

// Apart from `catalogue.ts`, so that what is injected into pages does not carry it.
export const AD_SERVER_NOTES: Readonly<Record<string, AdServerNotes>> = {
  cm360: {
    sources: [
      'https://support.google.com/campaignmanager/answer/16766234 (Manage event tags)',
      'https://support.google.com/campaignmanager/table/6096962 (macro table)',
      'https://support.google.com/campaignmanager/answer/6136062 (event tag application)',
      'https://developers.google.com/doubleclick-advertisers/rest/v5/eventTags',
      'https://support.google.com/sa360/answer/9798183 (TCF macros)',
      'AdobeDocs/marketo-measure.en: configuring-doubleclick-campaign-manager-view-through-attribution.md',
      'public code (CM360 macro QA set)',
      'public code (pixel templates)',
    ],
    notes: [
      'Event tags do not apply to click-tracker ads or brand-neutral ads; they fire only with iframe, JavaScript and pre-fetch placement tags (an <img> placement tag cannot carry a piggyback).',
      'Macros are lower-case and case-sensitive (%epid! works, %EPID! does not).',
      'CM360 reads a %-letter as a macro, so a lower-case percent-escape in the URL (%c3, %n...) can be eaten: write percent-escapes in UPPER-CASE hex or avoid them. (Rule and letters documented for Ad Manager; applied here by analogy.)',
      '%c/%u click macros work in creative code only, so there is no click macro for an impression event tag.',
      'Event tag name must be under 256 characters (API). URL length limit not found. API exposes read-only sslCompliant.',
      'API urlEscapeLevels applies to click-through event tags only.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented',
      cost: 'documented by absence from the macro table',
      consent:
        'uncertain: ${GDPR}/${GDPR_CONSENT_nn} are documented for Google buy-side tags in general (nn = GVL id of the RECEIVING vendor, Xandr 32); not confirmed for event tags',
      ids: 'documented',
      accepts: 'documented',
      pasteWhere: 'documented',
      ui: 'uncertain',
    },
    ui: 'Google Angular(Dart) single-page app, hash-routed (#/accounts/<id>/...). Event-tag form DOM not verified; expect input/textarea inside material-input like GAM.',
  },
  gam: {
    sources: [
      'https://support.google.com/admanager/answer/13821066',
      'https://support.google.com/admanager/answer/2376981',
      'https://support.google.com/admanager/answer/10138654',
      'https://support.google.com/admanager/answer/6081628',
      'public code (GAM API creative fields)',
      'weilidai2001/GAM-script create-line-item.js',
      'kishorecheerala/Ad-Tag-Generator',
    ],
    notes: [
      'Macros are case-sensitive; %%Cachebuster%% does not work.',
      'Ad Manager reserves a percent sign followed by lower-case a, c, h, i, n, p or k, and no other: do not use such sequences in URL encoding (write %C3 not %c3).',
      'Macros are not supported for Programmatic Direct.',
      'Tracking URL fires at download on web and at >=1 rendered pixel in app; in native styles that also reference it, the app fires it twice.',
      '1024 characters is the limit given for each thirdPartyImpressionTrackingUrls entry in the API.',
      "%%GDPR%% and [GDPRCONSENT] exist but are ad-request macros for DAI, not for creatives; a 'GDPR consent' macro group exists, exact creative macro text not captured, so left null.",
      '%%CLICK_URL_ESC_ESC%% exists for two redirects (Authorized Buyers docs); %%WINNING_PRICE%%/%%WINNING_PRICE_ESC%% (CPI micros, encoded) is Authorized Buyers only, not usable as ancost.',
      "[timestamp] in recognised vendors' tags is replaced automatically, which does not cover adnxs URLs with certainty: use %%CACHEBUSTER%%.",
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented',
      click: 'documented',
      ids: 'adUnitPath documented; others seen in public code',
      accepts: 'documented',
      maxLength: 'seen in public notes on the API',
      ui: 'seen in public code',
      consent: 'uncertain',
    },
    ui: "Angular Dart (material-input wrapping a plain <textarea>/<input>, _ngcontent-TRAFFICKING-*, hash-routed). Public script sets .value then dispatches new Event('input') and it takes.",
  },
  dv360: {
    sources: [
      'https://support.google.com/displayvideo/answer/2591756',
      'https://support.google.com/displayvideo/answer/2789508',
      'DV360 API creatives resource (public code)',
      'public code (bulk sheet columns and macros)',
      'public code',
    ],
    notes: [
      '${CLICK_URL_ENC_ENC} is the double-encoded click macro.',
      'DV360 macros do not work for YouTube ads or data-driven creatives.',
      'Pasting a recognised third-party tag inserts macros automatically.',
      'No price macro seen in the macro page excerpts; full page not readable, so cost is null.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented',
      click: 'documented',
      consent: 'uncertain (general TCF article)',
      ids: 'seen in public code',
      accepts: 'documented',
      httpsOnly: 'documented',
      ui: 'uncertain',
    },
    ui: 'Google Angular app; routes /ng_nav/p/<partner>/a/<advertiser>/creatives/<id> (also #ng_nav). Field DOM not verified.',
  },
  sizmek: {
    sources: [
      'public code (served ebTokens code, ~2015)',
      'public code',
      'public code',
      'http://help.billboard.cz/xwiki/bin/view/AdServer+v2/GroupMMeasureCode ([%Random%] placeholder)',
      'public code (Chrome extension for platform.sizmek.com)',
      'MicrosoftDocs/Xandr-docs: bidders/click-tracking-and-cache-busting-examples.md',
      'developers.sizmek.com',
    ],
    notes: [
      "Served script writes '<IMG SRC=' + url + ' width=0 ...>' with NO quotes round the URL: any space, quote or > in the URL breaks the pixel.",
      'Token matching is case-insensitive; [%tp_flightid%] equals the placement id.',
      "Click redirect parameter of Sizmek's own tags is ncu=$$URL$$ (encoded).",
      'Retired: sunset in the fourth quarter of 2024, no new campaigns from 1 October 2024. Kept for reading old tags.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'seen in public code',
      ids: 'seen in public code',
      accepts: 'seen in public code',
      ui: 'seen in public code',
      pasteWhere: 'uncertain',
      cost: 'unknown',
    },
    ui: 'AngularJS (ng-scope) inside an iframe, id sas2_sas1_iframe_component_wrapper, under hash routes like #/spa/...: content script needs all_frames.',
  },
  flashtalking: {
    sources: [
      'public code (served ft framework, 2022: replaceMacros)',
      'public code (exttrack/extscript with [noCachebuster])',
      'public code (pixel template)',
      'AdobeDocs/advertising.en help/integrations/analytics/macros-flashtalking.md',
      'https://support.flashtalking.com/hc/en-us/articles/4409808166419 (data-pass macros, not readable here)',
    ],
    notes: [
      '[CACHEBUSTER] is NOT one of its macros and stays literal.',
      'If the URL holds neither RANDOM nor [noCachebuster], Flashtalking appends ?<number> or &<number> at the very END, which corrupts a trailing redir=. Always include [FT_RANDOM] (or add [noCachebuster]).',
      "Macro grammar in the served code: [X], [%X%], [FT_X], [%FT_X%], also %5B..%5D and %255B..%255D; names case-insensitive. Known names: TIMESTAMP GUID IDFA RANDOM CONFID NOCACHEBUSTER IMPRESSIONID PROTOCOL GDPR GDPR_CONSENT GDPR_PD US_PRIVACY. [ftqs:[key]] copies a tag parameter; [%FTE_key%] gives it encoded. Video uses [%EL:param['key']%].",
      'Bracket ids ([%placementID%] etc.) come from a video/VAST-style template; not confirmed for display.',
    ],
    fields: {
      cachebuster: 'seen in public code',
      consent: 'seen in public code',
      ids: 'seen in public code',
      accepts: 'seen in public code',
      pasteWhere: 'uncertain',
      hosts: 'not found',
    },
    ui: null,
  },
  innovid: {
    sources: ['public code (pixel template per ad server)'],
    notes: [
      'Other macros seen: {iv_geo_dma} {iv_geo_zip} {ivc_deviceid_raw}. Do not pass device ids to a pixel unless contracted.',
    ],
    fields: {
      cachebuster: 'seen in public code',
      ids: 'seen in public code',
      accepts: 'uncertain',
      pasteWhere: 'uncertain',
      hosts: 'not found',
    },
    ui: null,
  },
  adform: {
    sources: [
      'https://www.adformhelp.com/hc/en-us/articles/9739143043345-Supported-Ad-Serving-Macros',
      'https://doc.eulerian.com/p/MK6yOlpVa-EGHK/How-to-track-a-campaign-on-Adform',
      'https://www.adpersonam.io/help/ad-creatives/add-macros-to-third-party-ad-tags',
      'public code',
    ],
    notes: [
      '__X__ and %%X%% are the same macro; Adform says __ avoids URL-encoding trouble. All macros URL-encode their value.',
      "__ADFMEDID__ is the media (site) id in Eulerian's integration page.",
      'Consent macros as used inside an Adform pixel by Eulerian: ${GDPR}, ${GDPR_PD}, ${GDPR_CONSENT_STRING}. IAB form ${GDPR_CONSENT_32} is probably also expanded; test.',
      'Host seen in a Selenium script (www.adform.com/DirectIntegrationsUI/#/placements); newer consoles may use another host.',
    ],
    fields: {
      cachebuster: 'documented',
      ids: 'documented (partly via Eulerian)',
      consent: 'seen in public code',
      click: 'seen in public code',
      hosts: 'uncertain',
      accepts: 'documented',
      pasteWhere: 'uncertain',
    },
    ui: null,
  },
  ttd: {
    sources: [
      'https://support.admatx.com/776700-Creative-Macros (white-label TTD macro list)',
      'public code',
    ],
    notes: [
      '%%TTD_CLK_ESC2%% is the double-escaped click macro. _INT variants of the ids exist.',
      'Consent macro names conflict between public sources (%%TTD_GDPR_APPLIES%%/%%TTD_GDPR_CONSENT_STRING%% in a live tag; %%TTD_GDPR%%/%%TTD_GDPR_CONSENT%%/%%TTD_USPRIVACY%% in a macro map). Confirm with TTD.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'seen in public code',
      click: 'documented',
      ids: 'documented',
      consent: 'uncertain',
      accepts: 'uncertain',
      cost: 'unknown',
    },
    ui: null,
  },
  xandr: {
    sources: [
      'MicrosoftDocs/Xandr-docs: monetize/supported-creative-macros.md',
      'MicrosoftDocs/Xandr-docs: bidders/xandr-macros.md',
      'MicrosoftDocs/Xandr-docs: monetize/create-a-third-party-advertiser-pixel-for-your-creatives.md',
      'MicrosoftDocs/Xandr-docs: digital-platform-api/third-party-pixel-service.md',
      'https://wiki.pontiac.media/?docs=new-test-section%2Fpixel-creation-implementation%2Fthird-party-pixels',
      'https://www.ad360.media/blog/migrating-off-a-dying-dsp',
    ],
    notes: [
      'Pixel is audited (normally within 24 h) and does not serve until approved.',
      'Macros are case-sensitive, do not expand in previews, and are not available for piggyback conversion pixels.',
      '${URL_ENC(${CLICK_URL},n)} encodes n=1..3 times. ${XANDR_DOMAIN} picks adnxs.com or the cookie-free adnxs-simple.com by consent.',
      '${ANCOST} is a RESERVED macro name in Xandr: do not use ${ANCOST} as your own placeholder in a Xandr creative.',
      'Video creatives take image pixels only (Xandr-based DSP docs).',
      'OpenRTB macros do not work in creatives uploaded through the Creative Service.',
      'Invest (the DSP) was reported as closing at end of February 2026; Monetize continues.',
      '${GDPR_CONSENT} is an alias of ${GDPR_CONSENT_STRING}; ${GDPR_CONSENT_32} is not on the page; ${GPP_STRING_n} takes any number.',
    ],
    fields: {
      hosts: 'documented (links in docs)',
      cachebuster: 'documented',
      cost: 'documented',
      click: 'documented',
      consent: 'documented',
      ids: 'documented',
      accepts: 'documented',
      pasteWhere: 'documented',
    },
    ui: null,
  },
  kevel: {
    sources: [
      'https://dev.kevel.com/docs/macrostokens',
      'https://dev.kevel.com/docs/3rd-party-click-tracking2',
      'public code',
    ],
    notes: [
      '{{timestamp}} is a 13-digit number. Macros never expand in creative previews.',
      'Double braces: keep the macro out of anything that HTML- or URL-encodes braces.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented',
      click: 'documented',
      accepts: 'documented',
      cost: 'unknown',
      ids: 'not captured',
    },
    ui: null,
  },
  'equativ-direct': {
    sources: [
      'https://help.smartadserver.com/articles/Knowledge/Macros',
      'https://help.smartadserver.com/articles/Knowledge/Configuring-creatives',
      'https://help.equativ.com/create-direct-insertion-creatives/add-creative-scripts-and-image-creatives',
      'prebid/prebid.github.io smart adserver setup (manage.smartadserver.com)',
      'public code ([sas_*] inside pixels)',
    ],
    notes: [
      'Cachebuster macro not readable in the copy of the macro page ([timestamp] is likely but unverified, so null).',
      'Macro filters: [macro|filter] or [macro|f1|f2].',
    ],
    fields: {
      hosts: 'documented',
      ids: 'documented',
      accepts: 'documented',
      pasteWhere: 'documented',
      ui: 'documented',
      cachebuster: 'not found',
      click: 'seen in public code',
    },
    ui: 'AngularJS console. Automatic macro formatting happens only on a real PASTE into Creative script (typing, and so setting .value, does not trigger it); with several tags pasted only the first is formatted.',
  },
  'equativ-activation': {
    sources: ['https://equativ.helpjuice.com/create-line-item-creatives/use-macros'],
    notes: [
      'Curly or square brackets both work, case-insensitive. {timestamp} is milliseconds and reflects bid-response time. {click_through} is the prefix form.',
    ],
    fields: {
      cachebuster: 'documented',
      click: 'documented',
      consent: 'documented',
      accepts: 'documented',
      hosts: 'not found',
    },
    ui: null,
  },
  freewheel: {
    sources: [
      'https://kantarmedia.atlassian.net/wiki/pages/viewpage.action?pageId=135771645 (FreeWheel macros)',
      'https://docs.beeswax.com/docs/macros',
      'public code',
    ],
    notes: [
      '#e{...} gives the URL-encoded value (slashes stay unencoded); #{...} raw.',
      "Kantar's page says videoRandom should change per content stream, so it may repeat for two ads in one stream: not a perfect cachebuster.",
      "Beeswax (FreeWheel's DSP) is different: {{CACHEBUSTER}}, {{AUCTION_ID}}, case-sensitive.",
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented by a partner, fitness uncertain',
      ids: 'documented',
      pasteWhere: 'uncertain',
    },
    ui: null,
  },
  beeswax: {
    sources: ['https://docs.beeswax.com/docs/macros', 'public code'],
    notes: ['Case-sensitive: {{FOO}}, not {{Foo}}.'],
    fields: { cachebuster: 'documented', accepts: 'uncertain', hosts: 'not found' },
    ui: null,
  },
  'yahoo-dsp': {
    sources: ['https://developer.yahoo.com/dsp/docs/macros/macros.html', 'public code'],
    notes: [
      '${CLICKURLENCENC} is the double-encoded click macro. In preview the cachebuster is replaced by a random number or request id.',
      'Public code also lists dsp.yahoo.com and advertising.yahoo.com.',
    ],
    fields: {
      hosts: 'seen in public code',
      cachebuster: 'documented',
      click: 'documented',
      ids: 'documented',
      accepts: 'uncertain',
      cost: 'unknown',
    },
    ui: null,
  },
  adbutler: {
    sources: [
      'https://www.adbutler.com/help/article/7',
      'https://www.adbutler.com/help/categories',
    ],
    notes: [
      '[CPC] also exists. [CPM] divided by 1000 would be the per-impression amount; AdButler cannot divide, see ancost note.',
    ],
    fields: {
      cachebuster: 'documented',
      cost: 'documented (name only)',
      click: 'documented',
      ids: 'documented',
      accepts: 'documented',
      httpsOnly: 'documented',
      hosts: 'not found',
    },
    ui: null,
  },
  revive: {
    sources: [
      'revive-adserver/revive-adserver lib/max/Delivery/adRender.php',
      'revive-adserver/revive-adserver www/admin/banner-advanced.php, zone-advanced.php',
      'revive-adserver/revive-adserver lib/OX/Extension/bannerTypeHtml/bannerTypeHtml.php',
    ],
    notes: [
      'Self-hosted: no fixed host. Paths: .../www/admin/banner-advanced.php, zone-advanced.php, banner-edit.php (ask the user for the host).',
      '{clickurl_html} is HTML-escaped. {timestamp} is in seconds. Any request variable x is available as {x} and {x_enc}.',
      'With TinyMCE on, & may be saved as &amp; : switch it off for pixels.',
    ],
    fields: {
      cachebuster: 'documented',
      click: 'documented',
      ids: 'documented',
      pasteWhere: 'documented',
      ui: 'documented',
    },
    ui: 'Plain server-rendered PHP forms with plain textareas; htmltemplate can have TinyMCE switched on (checkbox id tinymce) unless the code contains script or iframe.',
  },
  broadstreet: {
    sources: [],
    notes: [
      'No macro, host or paste location found in the sources searched. Offer a user-defined profile instead of a preset.',
    ],
    fields: {},
    ui: null,
  },
  adition: {
    sources: [],
    notes: [
      'No macro, host or paste location found in the sources searched. Offer a user-defined profile instead of a preset.',
    ],
    fields: {},
    ui: null,
  },
  celtra: {
    sources: [],
    notes: [
      'No macro, host or paste location found in the sources searched. Offer a user-defined profile instead of a preset.',
    ],
    fields: {},
    ui: null,
  },
  gemius: {
    sources: [],
    notes: [
      'No macro, host or paste location found in the sources searched. Offer a user-defined profile instead of a preset.',
    ],
    fields: {},
    ui: null,
  },
  weborama: {
    sources: [
      'https://faq.op-weborama.fr/index.php/how-ad-serving-campaigns',
      'MicrosoftDocs/Xandr-docs: bidders/click-tracking-and-cache-busting-examples.md',
    ],
    notes: [
      "Macros not found. Weborama's own tags carry __RANDOM__ as placeholder for others to replace (not the same thing).",
      'Help site: faq.op-weborama.fr (content not readable here).',
    ],
    fields: {},
    ui: null,
  },
  'extreme-reach': {
    sources: ['public code'],
    notes: ['Single public source. er_isci, erpt_dma, erpt_device, er_referrer also seen.'],
    fields: {
      cachebuster: 'seen in public code',
      ids: 'seen in public code',
      consent: 'seen in public code',
      accepts: 'uncertain',
      hosts: 'not found',
    },
    ui: null,
  },
  springserve: {
    sources: [
      'https://springserve.atlassian.net/wiki/spaces/SSD/pages/1573158912/Macros',
      'https://support.navio.tv/support/solutions/articles/158000308691-springserve-macros',
      'public code',
      'hub.freewheel.tv: comparison table of macros (SpringServe {{CACHEBUSTER}}; also Publica [CACHEBUSTER], Elemental ${CB})',
    ],
    notes: [
      'All macros are UPPER-CASE in double braces.',
      'Pass-through: {{QUERYSTRING.x}} and similar.',
    ],
    fields: {
      hosts: 'API hosts seen in public code; UI host assumed the same',
      consent: 'documented',
      pasteWhere: 'documented',
      cachebuster: 'documented (FreeWheel hub)',
    },
    ui: null,
  },
  vast: {
    sources: ['InteractiveAdvertisingBureau/vast vast4macros/data/macros-data.json'],
    notes: [
      '[CACHEBUSTING] is 8 random digits, required since VAST 3.0, allowed in all tracking pixels. [TIMESTAMP] is ISO 8601, required since 4.0.',
      '[REGULATIONS] lists gdpr/coppa etc. as words; there is no 0/1 GDPR flag macro. GPP macros are marked 4.x.',
      'Players substitute and must percent-encode values; unknown macros may be left literal.',
    ],
    fields: {
      cachebuster: 'documented',
      consent: 'documented',
      ids: 'documented',
      pasteWhere: 'general knowledge of VAST',
    },
    ui: null,
  },
  openrtb: {
    sources: [
      'InteractiveAdvertisingBureau/openrtb2.x 2.6.md section 4.4',
      'InteractiveAdvertisingBureau/openrtb2.x implementation.md',
    ],
    notes: [
      'OpenRTB has no cachebuster macro; ${AUCTION_ID} is the bid-request id and unique per auction.',
      'In test rendering exchanges substitute the word AUDIT for unknown prices; ${AUCTION_PRICE:X} asks for an encrypted/encoded price that is useless as ancost.',
      'Cost = AUCTION_PRICE / 1000 (x ${AUCTION_MULTIPLIER} for DOOH).',
    ],
    fields: { cachebuster: 'documented macro, use as cachebuster is advice', cost: 'documented' },
    ui: null,
  },
  none: {
    sources: [],
    notes: [
      'Produce a JavaScript variant that builds the cachebuster at run time (Date.now()+Math.random()) or leave the parameter to the developer; a literal [CACHEBUSTER] is worse than nothing because every hit shares one cache key.',
      "RANDOM is <amp-pixel>'s own cachebuster and needs no ad server (amp.dev, amp-pixel).",
    ],
    fields: {},
    ui: null,
  },
  'adobe-dsp': {
    sources: [
      'AdobeDocs/advertising.en help/dsp/campaign-management/macros.md',
      'AdobeDocs/advertising.en help/_includes/dsp-ad-pixel.md',
    ],
    notes: ['${TM_RANDOM} is only 1..1,000,000.', 'DSP validates macro spelling and warns.'],
    fields: {
      cachebuster: 'documented',
      click: 'documented',
      consent: 'documented',
      ids: 'documented',
      pasteWhere: 'documented',
      hosts: 'not found',
    },
    ui: null,
  },
  criteo: {
    sources: [
      'https://help.criteo.com/kb/guide/en/about-ad-tracking-YxbuNl0Ddg/Steps/775660,1139312',
    ],
    notes: [
      '{{gdpr_consent_kv}} expands to the whole pair gdpr_consent=XXX (or nothing): do not write gdpr_consent= before it.',
    ],
    fields: {
      cachebuster: 'documented',
      consent: 'documented',
      ids: 'documented',
      hosts: 'not found',
    },
    ui: null,
  },
  linkedin: {
    sources: ['https://www.linkedin.com/help/lms/answer/a420844 (mirror read)'],
    notes: [
      'Image tags accepted; iframe and JavaScript tags are not. Accepts a timestamp (ord) and ignores placeholders for site, creative, ad and placement ids.',
      'Exact cachebuster token for a non-Google tag not documented in the version read.',
    ],
    fields: { accepts: 'documented' },
    ui: null,
  },
  reddit: {
    sources: ['public code (copy of Reddit help text)'],
    notes: ['Case-sensitive.'],
    fields: { cachebuster: 'seen in public code', ids: 'seen in public code' },
    ui: null,
  },
  basis: {
    sources: [
      'https://support.sitescout.com/hc/en-us/articles/219245687-Tracking-Macros',
      'public code',
      'Basis help: image and script impression tracking URLs',
    ],
    notes: ['Macros work in impression tracker URLs. Cachebuster macro not seen in the excerpt.'],
    fields: {
      ids: 'documented',
      consent: 'seen in public code',
      clickEscaped: 'seen in public code',
      pasteWhere: 'documented',
    },
    ui: null,
  },
  stackadapt: {
    sources: ['public code'],
    notes: ['Public code disagrees on the $ prefix ({SA_CLICK_URL_ENC} in one file).'],
    fields: { cachebuster: 'seen in public code', click: 'uncertain' },
    ui: null,
  },
  quantcast: {
    sources: ['public code'],
    notes: [],
    fields: { cachebuster: 'seen in public code', click: 'seen in public code' },
    ui: null,
  },
  zemanta: {
    sources: ['public code', 'Outbrain DSP help: image pixel or JavaScript tag trackers'],
    notes: [],
    fields: {
      cachebuster: 'seen in public code',
      click: 'seen in public code',
      accepts: 'documented',
    },
    ui: null,
  },
  'amazon-dsp': {
    sources: ['public code'],
    notes: [
      'One template writes timestamp=${timestamp!}; not confirmed as a cachebuster, so null.',
    ],
    fields: { ids: 'seen in public code' },
    ui: null,
  },
  'improve-digital': {
    sources: [
      'https://improvedigital.zendesk.com/hc/en-us/articles/203745776-Classic-Campaign-Creative-Macros',
    ],
    notes: [
      'Braces, upper-case; AUCTION_PRICE only in RTB creatives. Cachebuster row not captured.',
    ],
    fields: {},
    ui: null,
  },
  knorex: {
    sources: ['https://knorex.zendesk.com/hc/en-us/articles/360021934892'],
    notes: ['Third-party pixel must be given as the bare URL, not the IMG tag.'],
    fields: { cachebuster: 'documented', accepts: 'documented' },
    ui: null,
  },
  adspirit: {
    sources: [
      'https://support.adspirit.de/hc/de/articles/360016495331',
      'https://support.adspirit.de/hc/en-us/articles/4405697486226',
    ],
    notes: [
      '${GDPR} and ${GDPR_CONSENT} are replaced as well; ${GDPR_CONSENT_nn} must be changed to ${GDPR_CONSENT} or %gdpr_consent%. Its page lists Xandr as vendor 32.',
    ],
    fields: {
      cachebuster: 'documented',
      click: 'documented',
      consent: 'documented',
      ids: 'documented',
    },
    ui: null,
  },
  adspeed: {
    sources: ['http://www.adspeed.com/Knowledges/67/', 'https://www.adspeed.com/Knowledges/1446/'],
    notes: [
      '[timestamp]/[cachebuster] are seconds since 1970, so two hits in one second share a value.',
    ],
    fields: { cachebuster: 'documented', pasteWhere: 'documented' },
    ui: null,
  },
  adfox: {
    sources: ['https://www.yandex.com/support/adfox/en/banners/pixel.md'],
    notes: ['On HTTPS sites every pixel link must support HTTPS.'],
    fields: { cachebuster: 'documented', pasteWhere: 'documented' },
    ui: null,
  },
  'e-planning': {
    sources: ['https://wiki.e-planning.net/wiki/spaces/ENG/pages/744294356/MACROS'],
    notes: ['Macros work in impression counting URLs. $random is 12 characters.'],
    fields: { cachebuster: 'documented', ids: 'documented' },
    ui: null,
  },
  bidtheatre: {
    sources: ['https://help.bidtheatre.com/en/articles/4701863-macros'],
    notes: [],
    fields: { cachebuster: 'documented', click: 'documented' },
    ui: null,
  },
  contimo: {
    sources: ['https://docs.contimo.app/platform-usage/macro'],
    notes: [],
    fields: { cachebuster: 'documented', consent: 'documented' },
    ui: null,
  },
  passendo: {
    sources: ['https://site.passendo.com/macros'],
    notes: [],
    fields: { cachebuster: 'documented' },
    ui: null,
  },
  nexx360: {
    sources: ['https://developer.nexx360.io/campaign-delivery/macros'],
    notes: ['${GDPR_CONSENT} is replaced with or without a number behind it.'],
    fields: { cachebuster: 'documented', consent: 'documented' },
    ui: null,
  },
  getintent: {
    sources: ['https://kb.getintent.com/pages/diffpagesbyversion.action?pageId=656426'],
    notes: [
      '[[COST]] is bid or win price depending on what is known when the macro is expanded. The only server found with a documented per-impression cost macro.',
    ],
    fields: { cachebuster: 'documented', cost: 'documented', ids: 'documented' },
    ui: null,
  },
  bucksense: {
    sources: [
      'https://howto.bucksense.com/ad-tags-how-to-insert-click-tracking-and-cache-buster-macros-in-main-ad-servers/',
    ],
    notes: [],
    fields: { cachebuster: 'documented', click: 'documented' },
    ui: null,
  },
  'zeta-dsp': {
    sources: ['https://knowledgebase.zetaglobal.com/pug/html-ads', 'public code'],
    notes: [
      '{scriptclickprefix} and {noscriptclickprefix} are used by its automatic insertion. An older list gives {cachebust} for Rocket Fuel.',
      'https only strongly advised.',
    ],
    fields: { cachebuster: 'documented', click: 'documented' },
    ui: null,
  },
  triton: {
    sources: ['https://help.tritondigital.com/docs/using-macros'],
    notes: [
      'Case does not matter; %%X%%, ${X} and [X] are replaced as @X@ is. The sign @ must never be percent-encoded.',
    ],
    fields: { cachebuster: 'documented' },
    ui: null,
  },
  teads: {
    sources: ['Teads help: macros'],
    notes: [],
    fields: { cachebuster: 'documented', consent: 'documented', ids: 'documented' },
    ui: null,
  },
  adlib: {
    sources: ['AdLib help: macros'],
    notes: [],
    fields: { cachebuster: 'documented', click: 'documented', ids: 'documented' },
    ui: null,
  },
  viant: {
    sources: ['Viant help: click macros', 'public code'],
    notes: [],
    fields: { cachebuster: 'seen in public code', click: 'documented' },
    ui: null,
  },
  'yahoo-video': { sources: ['Yahoo Video SSP help: macros'], notes: [], fields: {}, ui: null },
  dailyclicks: { sources: ['Daily Clicks help: macros'], notes: [], fields: {}, ui: null },
  taboola: {
    sources: ['Taboola help: third-party pixels'],
    notes: ['Takes image or text pixels, no JavaScript. No macro was found.'],
    fields: { accepts: 'documented', cachebuster: 'not found' },
    ui: null,
  },
};
