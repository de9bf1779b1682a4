import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { checkText, repairText } from '@/lib/core/judge/check-text';
import { TAG_RULES, TEXT_RULES } from '@/lib/core/rules';
import type { TagPlace } from '@/lib/core/rules/rule';
import { say } from '@/lib/text/findings';

import { ANYWHERE, inConsole } from './places';

const GAM = inConsole('gam');
const img = (url: string) => `<img src="${url}" width="1" height="1" />`;
const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
const BARE = 'https://ib.adnxs.com/imptr?id=531&t=2';

type Severity = 'error' | 'warning' | 'info';
/** The tag that breaks the rule, where it stands, what is found, and what Fix makes of it. */
type Row = readonly [string, Severity, string, TagPlace, string | null];

const ROWS: readonly Row[] = [
  // What copying does to a tag (ad-servers.md section 6, rows 11 and 12).
  ['doubled-quotes', 'error', `"<img src=""${GOOD}"" width=""1"" height=""1"" />"`, GAM, img(GOOD)],
  [
    'doubled-quotes',
    'error',
    `<img src=""${GOOD}"" width=""1"" />`,
    GAM,
    `<img src="${GOOD}" width="1" />`,
  ],
  ['smart-quotes', 'error', `<img src=“${GOOD}” width=“1” height=“1” />`, GAM, img(GOOD)],
  [
    'invisible-characters',
    'error',
    `<img\u00A0src="${GOOD}" width="1" height="1" />`,
    GAM,
    img(GOOD),
  ],
  ['invisible-characters', 'error', GOOD.replace('&t', '\u200B&t'), GAM, GOOD],
  [
    'doubled-quotes',
    'error',
    `531\t"<img src=""${GOOD}"" />"\tx`,
    GAM,
    `531\t<img src="${GOOD}" />\tx`,
  ],
  [
    'escaped-html',
    'error',
    `&lt;img src=&quot;${GOOD.replaceAll('&', '&amp;')}&quot; /&gt;`,
    GAM,
    `<img src="${GOOD}" />`,
  ],
  [
    'wrapped-link',
    'error',
    `<img src="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(GOOD)}&amp;data=05%7C01" />`,
    GAM,
    `<img src="${GOOD}" />`,
  ],
  ['full-width', 'error', GOOD.replace('?', '\uFF1F').replaceAll('&', '\uFF06'), GAM, GOOD],
  ['full-width', 'error', GOOD.replace('://', '\uFF1A\uFF0F\uFF0F'), GAM, GOOD],
  [
    'full-width',
    'error',
    `${BARE}\uFF06cachebuster\uFF1D\uFF3BRANDOM\uFF3D\u3002`,
    inConsole('flashtalking'),
    `${BARE}&cachebuster=[RANDOM]\u3002`,
  ],
  ['percent-encoded', 'error', encodeURIComponent(GOOD), GAM, GOOD],
  ['percent-encoded', 'error', encodeURIComponent(encodeURIComponent(GOOD)), GAM, GOOD],
  ['percent-encoded', 'error', img(encodeURIComponent(GOOD)), GAM, img(GOOD)],
  ['percent-encoded', 'error', GOOD.replace('?', '%3F'), GAM, GOOD],
  ['percent-encoded', 'error', img(GOOD.replace(/\?.*/, encodeURIComponent)), GAM, img(GOOD)],
  ['shown-as-text', 'error', `<p>&lt;img src="${GOOD}"&gt;</p>`, GAM, null],
  [
    'impression-text',
    'error',
    `<Impression><![CDATA["${GOOD}"]]></Impression>`,
    GAM,
    `<Impression><![CDATA[${GOOD}]]></Impression>`,
  ],
  // Outlook's plain text.
  ['wrapped-link', 'error', `${GOOD}<${GOOD}>`, GAM, GOOD],
  ['wrapped-link', 'error', `Pixel: ${GOOD} <${GOOD}> (new)`, GAM, `Pixel: ${GOOD} (new)`],
  ['wrapped-link', 'error', `${GOOD}\r\n<${GOOD}>`, GAM, GOOD],
  ['wrapped-link', 'error', img(`${GOOD}<${GOOD}>`), GAM, img(GOOD)],
  [
    'wrapped-link',
    'error',
    `${BARE}&cachebuster=[RANDOM]<${BARE}&cachebuster=%5bRANDOM%5d>`,
    inConsole('flashtalking'),
    `${BARE}&cachebuster=[RANDOM]`,
  ],
  [
    'wrapped-link',
    'error',
    `${BARE}&cachebuster=%n<https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${BARE}&cachebuster=%n`)}&data=05%7C01&reserved=0>`,
    inConsole('cm360'),
    `${BARE}&cachebuster=%n`,
  ],
  ['escaped-html', 'error', GOOD.replace('h', '&#104;'), GAM, GOOD],
  ['escaped-html', 'error', GOOD.replace('://', '&#x3a;&#47;&#47;'), GAM, GOOD],
  [
    'quoted-printable',
    'error',
    img(GOOD).replaceAll('=', '=3D').replace('imp', 'im=\np'),
    GAM,
    img(GOOD),
  ],
  ['broken-lines', 'error', `${GOOD.slice(0, 40)}\n${GOOD.slice(40)}`, GAM, GOOD],
  ['broken-lines', 'error', GOOD.replace(/.{20}/g, '$&\n'), GAM, GOOD],
  ['broken-by-markup', 'error', GOOD.replace('&t', '&<wbr>t'), GAM, GOOD],
  ['broken-by-markup', 'error', GOOD.replace(/(%%.*)/, '<b>$1</b>'), GAM, GOOD],
  ['escaped-string', 'error', GOOD.replaceAll('/', '\\/').replaceAll('&', '\\u0026'), GAM, GOOD],
  ['escaped-string', 'error', img(GOOD).replaceAll('"', '\\"'), GAM, img(GOOD)],
  ['markdown-escapes', 'error', GOOD.replaceAll('%', '\\%'), GAM, GOOD],
  ['end-in-doubt', 'warning', `${BARE} cachebuster=x`, GAM, null],
  ['end-in-doubt', 'warning', `${BARE}&cachebuster=% n`, inConsole('cm360'), null],
  ['end-in-doubt', 'warning', `${BARE}&cacheb\u2026`, GAM, null],
  ['end-in-doubt', 'warning', `${BARE}&cacheb`, GAM, null],
  // A value between quotes of its own.
  ['end-in-doubt', 'warning', `${BARE}&cachebuster="%%CACHEBUSTER%%"`, GAM, null],
  ['end-in-doubt', 'warning', BARE.replace('531', '"531"'), GAM, null],
  ['end-in-doubt', 'warning', img(`${BARE}&cachebuster="%%CACHEBUSTER%%"`), GAM, null],
  ['end-in-doubt', 'warning', `<img src='${BARE}&cachebuster='%%CACHEBUSTER%%''>`, GAM, null],
  ['scheme-twice', 'error', `https://${GOOD}`, GAM, GOOD],
  ['scheme-twice', 'error', img(`http://${GOOD}`), GAM, img(GOOD)],
  ['scheme-twice', 'error', img(`https://${GOOD.replace(':', '')}`), GAM, img(GOOD)],
  ['scheme-twice', 'error', `https://https://ib.adnxs.example/imptr?id=531&t=2`, GAM, null],
  ['address-incomplete', 'error', GOOD.replace('://', ':///'), GAM, GOOD],
  ['address-incomplete', 'error', GOOD.replace('://', '//'), GAM, GOOD],
  ['address-incomplete', 'error', img(GOOD.replace('://', ':/')), GAM, img(GOOD)],
  [
    'type-bad',
    'error',
    `<img src=https://ib.adnxs.com/imptr?id=531&cachebuster=%%CACHEBUSTER%%&t=2/>`,
    GAM,
    `<img src=https://ib.adnxs.com/imptr?id=531&cachebuster=%%CACHEBUSTER%%&t=2>`,
  ],
  ['cut-off', 'error', `<imgsrc="${GOOD}" />`, GAM, null],
  ['cut-off', 'error', `<scriptsrc='${GOOD.replace('t=2', 't=1')}'></script>`, GAM, null],
  [
    'macro-wrong-server',
    'error',
    `${BARE}&cachebuster=[timestamp];ord=[timestamp]?`,
    inConsole('cm360'),
    null,
  ],
  ['auction-notice', 'warning', `{"nurl":"${GOOD}"}`, GAM, null],
  ['auction-notice', 'warning', `{"lurl" : "${GOOD.replaceAll('/', '\\/')}"}`, GAM, null],
  ['vast-event', 'warning', `<Tracking event="complete"><![CDATA[${GOOD}]]></Tracking>`, GAM, null],
  [
    'vast-event',
    'warning',
    `<v:Tracking event='mute' offset="1"><![CDATA[${GOOD}]]></v:Tracking>`,
    GAM,
    null,
  ],
  ['vast-event', 'warning', `<NotViewable><![CDATA[${GOOD}]]></NotViewable>`, GAM, null],
  ['backslash', 'error', GOOD.replace('531', '5\\a31'), GAM, null],
  ['invisible-escaped', 'error', GOOD.replace('531', '531%E2%80%8B'), GAM, GOOD],
  ['invisible-escaped', 'error', img(GOOD.replace('531', '531&#8203;')), GAM, img(GOOD)],
  ['invisible-escaped', 'error', img(GOOD.replace('531', '531&#xFEFF;')), GAM, img(GOOD)],
  ['cut-off', 'error', img(GOOD).slice(0, -3), GAM, null],
  // The address (section 1, row 2; section 6, rows 4 and 6).
  [
    'address-incomplete',
    'error',
    img('media/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%'),
    GAM,
    img(GOOD),
  ],
  ['address-incomplete', 'error', GOOD.replace('https://', ''), GAM, GOOD],
  ['address-incomplete', 'error', GOOD.replace('https://ib.adnxs.com', 'px.example'), GAM, null],
  ['host-computed', 'info', `u = base + '${GOOD.replace('https://ib.adnxs.com', '')}';`, GAM, null],
  ['address-other', 'error', GOOD.replace('/imptr', '/IMPTR'), GAM, GOOD],
  ['address-other', 'error', GOOD.replace('/imptr', ':8080/imptr/'), GAM, GOOD],
  ['address-other', 'error', GOOD.replace('ib.', 'me:pw@ib.'), GAM, GOOD],
  ['host-unexpected', 'warning', img(GOOD.replace('.com', '.net')), GAM, img(GOOD)],
  ['host-unexpected', 'warning', GOOD.replace('ib.adnxs.com', 'ads.example.com'), GAM, null],
  ['not-https', 'error', GOOD.replace('https', 'http'), GAM, GOOD],
  ['not-https', 'error', GOOD.replace('https:', ''), GAM, GOOD],
  ['not-https', 'error', GOOD.replace('https', 'HTTP'), GAM, GOOD],
  ['not-https', 'error', GOOD.replace('https://ib.adnxs.com', 'http://px.example'), GAM, null],
  ['macro-in-address', 'error', GOOD.replace('ib.', '${HOST}.'), GAM, null],
  // The tracker (row 17).
  ['tracker-id-bad', 'error', GOOD.replace('531', '5a1'), GAM, null],
  ['tracker-id-bad', 'error', GOOD.replace('id=531&', ''), GAM, null],
  ['tracker-id-bad', 'error', GOOD.replace('531', '0'), GAM, null],
  ['tracker-other', 'error', GOOD, { ...GAM, expectedTrackerId: 532 }, null],
  // t (section 1, row 1; row 7).
  [
    'type-missing',
    'warning',
    img(GOOD.replace('t=2&', '')),
    GAM,
    img(`${GOOD.replace('t=2&', '')}&t=2`),
  ],
  ['type-missing', 'warning', GOOD.replace('t=2', 't='), GAM, GOOD],
  ['type-bad', 'error', img(GOOD.replace('t=2', 't=3')), GAM, img(GOOD)],
  ['type-mismatch', 'error', img(GOOD.replace('t=2', 't=1')), GAM, img(GOOD)],
  [
    'type-mismatch',
    'error',
    `<script src="${GOOD}"></script>`,
    GAM,
    `<script src="${GOOD.replace('t=2', 't=1')}"></script>`,
  ],
  // The cachebuster (section 1, row 9; row 5).
  ['cachebuster-missing', 'warning', BARE, GAM, GOOD],
  ['cachebuster-missing', 'warning', `${BARE}&cachebuster=`, GAM, GOOD],
  ['cachebuster-fixed', 'error', `${BARE}&cachebuster=12345`, GAM, GOOD],
  [
    'cachebuster-weak',
    'info',
    `${BARE}&cachebuster=#{request.videoRandom}`,
    inConsole('freewheel'),
    null,
  ],
  ['placeholder-left', 'error', `${BARE}&cachebuster=[CACHEBUSTER]`, GAM, GOOD],
  ['placeholder-left', 'error', `${BARE}&cachebuster=INSERT_RANDOM_NUMBER_HERE`, GAM, GOOD],
  // Macros (rows 2 to 4).
  ['macro-wrong-server', 'error', `${BARE}&cachebuster=%%TTD_CACHEBUSTER%%`, GAM, GOOD],
  ['macro-wrong-server', 'warning', `${GOOD}&x={{ADGROUP_ID}}`, GAM, null],
  ['macro-wrong-case', 'error', `${BARE}&cachebuster=%%Cachebuster%%`, GAM, GOOD],
  [
    'macro-mixed',
    'error',
    `${BARE}&cachebuster=%%TTD_CACHEBUSTER%%&x={{ADGROUP_ID}}`,
    ANYWHERE,
    null,
  ],
  ['macro-unknown', 'warning', `${GOOD}&x=%%NEVER_HEARD_OF%%`, GAM, null],
  [
    'macro-encoded',
    'error',
    `${BARE}&cachebuster=%5B%25random%25%5D`,
    inConsole('sizmek'),
    `${BARE}&cachebuster=[%random%]`,
  ],
  ['macro-encoded', 'error', img(`${BARE}&cachebuster=&#37;&#37;CACHEBUSTER%%`), GAM, img(GOOD)],
  [
    'macro-encoded',
    'error',
    `<script>u="${BARE}&cachebuster=\\x5b%random%]"</script>`,
    inConsole('sizmek'),
    `<script>u="${BARE}&cachebuster=[%random%]"</script>`,
  ],
  [
    'macro-wrong-case',
    'error',
    `${BARE}&cachebuster=%n&x=%EPID!`,
    inConsole('cm360'),
    `${BARE}&cachebuster=%n&x=%epid!`,
  ],
  [
    'macro-encoded',
    'error',
    `${BARE}&cachebuster=%2540CACHEBUSTER%2540`,
    inConsole('triton'),
    `${BARE}&cachebuster=@CACHEBUSTER@`,
  ],
  ['macro-legacy', 'warning', `${BARE}&cachebuster=%%RAND%%`, ANYWHERE, null],
  ['macro-legacy', 'warning', `${BARE}&cachebuster=%%REALRAND%%`, GAM, GOOD],
  ['macro-legacy', 'warning', `${BARE}&cachebuster=##%RAND%##`, ANYWHERE, null],
  ['macro-legacy', 'warning', `${BARE}&cachebuster={cachebust}`, GAM, GOOD],
  ['macro-legacy', 'warning', `${BARE}&cachebuster=%r`, GAM, GOOD],
  ['macro-legacy', 'warning', `${GOOD}&redir=https://px.example/?r=a%%RAND%%b`, ANYWHERE, null],
  ['macro-never-expanded', 'error', GOOD, inConsole('none'), null],
  // The cost (section 1, rows 6 to 8; row 16).
  ['cost-placeholder', 'error', `${GOOD}&ancost=[ANCOST]`, GAM, GOOD],
  ['cost-placeholder', 'error', `${GOOD}&ancost=\${ANCOST}`, GAM, GOOD],
  ['cost-not-a-number', 'error', `${GOOD}&ancost=`, GAM, GOOD],
  ['cost-not-a-number', 'error', `${GOOD}&ancost=$0.25`, GAM, null],
  ['cost-not-a-number', 'error', `${GOOD}&ancost=0,25`, GAM, null],
  ['cost-not-a-number', 'error', `${GOOD}&ancost=1234567`, GAM, null],
  ['cost-unit', 'error', `${BARE}&cachebuster=[RND]&ancost=[CPM]`, inConsole('adbutler'), null],
  [
    'cost-unit',
    'error',
    `${BARE}&cachebuster=\${AUCTION_ID}&ancost=\${AUCTION_PRICE}`,
    inConsole('openrtb'),
    null,
  ],
  ['cost-unit', 'error', `${GOOD}&ancost=%%WINNING_PRICE%%`, ANYWHERE, null],
  ['cost-high', 'warning', `${GOOD}&ancost=2.5`, GAM, null],
  // The query (rows 13 and 14).
  ['query-malformed', 'error', GOOD.replace('?', '??'), GAM, GOOD],
  ['query-malformed', 'error', GOOD.replaceAll('&', '&&'), GAM, GOOD],
  ['query-malformed', 'error', GOOD.replace('&t=', '?t='), GAM, GOOD],
  ['query-malformed', 'error', GOOD.replaceAll('&', ';'), GAM, GOOD],
  ['query-malformed', 'error', GOOD.replace('&t=', ';t='), GAM, GOOD],
  ['query-malformed', 'error', `${GOOD}&`, GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cache_buster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cache-buster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cachbuster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cacheubster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cachebusters'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'CacheBust'), GAM, GOOD],
  ['parameter-case', 'error', `${GOOD}&ancsot=0.0025`, GAM, `${GOOD}&ancost=0.0025`],
  [
    'parameter-case',
    'error',
    `${GOOD}&redirect=https://px.example/`,
    GAM,
    `${GOOD}&redir=https://px.example/`,
  ],
  // What stands behind it would become the redirect's.
  ['parameter-case', 'error', `${GOOD}&redirect=https://px.example/&gpp=x`, GAM, null],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'Cache-Buster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('cachebuster', 'cache-\nbuster'), GAM, GOOD],
  ['parameter-case', 'error', GOOD.replace('id=', 'ID=').replace('t=', 'T='), GAM, GOOD],
  ['parameter-twice', 'error', `${GOOD}&t=2`, GAM, GOOD],
  ['parameter-twice', 'error', `${GOOD}&id=532`, GAM, null],
  ['white-space', 'error', img(GOOD.replace('&t', '&\n  t')), GAM, img(GOOD)],
  ['white-space', 'error', GOOD.replace('&t', '\n> &t'), GAM, GOOD],
  ['white-space', 'error', GOOD.replace('&t', ' &t'), GAM, null],
  ['white-space', 'error', GOOD.replace('//ib', '\n//ib'), GAM, GOOD],
  ['white-space', 'error', GOOD.replace('imptr', 'im\nptr'), GAM, GOOD],
  ['white-space', 'error', img(GOOD.replace('531', '53 1')), GAM, null],
  ['fragment', 'error', GOOD.replace('&t', '#t'), GAM, GOOD],
  ['fragment', 'error', `${GOOD}#top`, GAM, GOOD],
  // The redirect (section 1, rows 3 to 5; rows 10 and 15).
  [
    'redir-not-last',
    'error',
    `${BARE}&redir=https://px.example/a&cachebuster=%%CACHEBUSTER%%`,
    GAM,
    `${GOOD}&redir=https://px.example/a`,
  ],
  ['redir-empty', 'error', `${GOOD}&redir=`, GAM, GOOD],
  ['redir-empty', 'error', `${GOOD}&redir=[REDIRECT_URL]`, GAM, GOOD],
  [
    'redir-encoded',
    'error',
    `${GOOD}&redir=https%3A%2F%2Fpx.example%2Fa`,
    GAM,
    `${GOOD}&redir=https://px.example/a`,
  ],
  // What is a value of the target's own keeps its escapes, and what no URL may hold keeps them too.
  [
    'redir-encoded',
    'error',
    `${GOOD}&redir=https%3A%2F%2Fpx.example%2F%3Fu%3Dhttps%253A%252F%252Fb.example%26n%3Da%20b`,
    GAM,
    `${GOOD}&redir=https://px.example/?u=https%3A%2F%2Fb.example&n=a%20b`,
  ],
  [
    'redir-encoded-twice',
    'error',
    `${GOOD}&redir=https%253A%252F%252Fpx.example`,
    GAM,
    `${GOOD}&redir=https://px.example`,
  ],
  ['redir-encoded-twice', 'warning', `${GOOD}&redir=https://px.example/?u=a%252Fb`, GAM, null],
  ['redir-not-https', 'warning', `${GOOD}&redir=http://px.example`, GAM, null],
  ['redir-not-https', 'error', `${GOOD}&redir=px.example`, GAM, null],
  // Ampersands (section 2, rule 7; row 9).
  ['ampersand-escaped', 'error', GOOD.replaceAll('&', '&amp;'), GAM, GOOD],
  [
    'ampersand-escaped-twice',
    'error',
    img(GOOD.replaceAll('&', '&amp;amp;')),
    GAM,
    img(GOOD.replaceAll('&', '&amp;')),
  ],
  ['ampersand-escaped', 'error', GOOD.replaceAll('&', '&#38;'), GAM, GOOD],
  [
    'ampersand-raw',
    'error',
    `<Impression>${BARE}&cachebuster=[CACHEBUSTING]</Impression>`,
    inConsole('vast'),
    `<Impression>${BARE.replace('&', '&amp;')}&amp;cachebuster=[CACHEBUSTING]</Impression>`,
  ],
  // The place (section 2, rules 3, 5 and 6; rows 8, 19, 25 and 30).
  ['html-in-url-field', 'error', img(GOOD), { ...GAM, field: 'url' }, GOOD],
  [
    'html-in-url-field',
    'error',
    img(`${BARE}&cachebuster=%n`),
    { ...inConsole('cm360'), field: 'url' },
    `${BARE}&cachebuster=%n`,
  ],
  // The ad server takes URLs, but nothing is known of the field: the image may work there.
  ['html-in-url-field', 'error', img(`${BARE}&cachebuster=%n`), inConsole('cm360'), null],
  [
    'html-in-url-field',
    'error',
    `<Impression><![CDATA[${GOOD}]]></Impression>`,
    { ...GAM, field: 'url' },
    GOOD,
  ],
  // Whether anything will call it.
  ['not-loaded', 'warning', `<img data-src="${GOOD}">`, GAM, null],
  [
    'lazy-image',
    'warning',
    `<img src="${GOOD}" loading="lazy" hidden>`,
    GAM,
    `<img src="${GOOD}" hidden>`,
  ],
  [
    'script-open',
    'error',
    `<script src="${GOOD.replace('t=2', 't=1')}" />\n<img src="https://other.example/p.gif">`,
    GAM,
    `<script src="${GOOD.replace('t=2', 't=1')}"></script>\n<img src="https://other.example/p.gif">`,
  ],
  [
    'script-inert',
    'warning',
    `<script type="text/plain" src="${GOOD.replace('t=2', 't=1')}"></script>`,
    GAM,
    null,
  ],
  ['in-template', 'warning', `<template>${img(GOOD)}</template>`, GAM, null],
  [
    'impression-html',
    'error',
    `<Impression><![CDATA[${img(GOOD)}]]></Impression>`,
    GAM,
    `<Impression><![CDATA[${GOOD}]]></Impression>`,
  ],
  [
    'impression-addresses',
    'error',
    `<Impression><![CDATA[https://px.example/a ${GOOD}]]></Impression>`,
    GAM,
    null,
  ],
  ['more-than-url', 'error', `Pixel: ${GOOD}`, { ...GAM, field: 'url' }, null],
  ['in-link', 'error', `<a href="${GOOD}">pixel</a>`, GAM, null],
  [
    'type-not-accepted',
    'error',
    `<script src="${BARE.replace('t=2', 't=1')}&cachebuster=1"></script>`,
    inConsole('linkedin'),
    null,
  ],
  ['more-than-url', 'error', `Pixel: ${GOOD}`, { ...GAM, field: 'url' }, null],
  ['in-link', 'error', `<a href="${GOOD}">Buy</a>`, GAM, null],
  ['in-link', 'error', `%%CLICK_URL_UNESC%%${GOOD}`, GAM, null],
  ['in-link', 'error', `<script>var clickTag = "${GOOD}";</script>`, GAM, null],
  ['in-link', 'error', `<b onclick="new Image().src='${GOOD}'">Buy</b>`, GAM, null],
  ['in-link', 'error', `\${CLICK_URL}${GOOD}`, GAM, null],
  ['in-link', 'error', `<div data-click-url="${GOOD}"></div>`, GAM, null],
  ['in-link', 'error', JSON.stringify({ adm: `{"clicktrackers":["${GOOD}"]}` }), GAM, null],
  [
    'in-link',
    'error',
    JSON.stringify({ adm: `<b onclick="new Image().src='${GOOD}'">Buy</b>` }),
    GAM,
    null,
  ],
  ['in-link', 'error', `{"clicktrackers":["${GOOD}"]}`, GAM, null],
  ['in-link', 'error', `<form action="${GOOD}"><button>Buy</button></form>`, GAM, null],
  ['in-link', 'error', `<a href="https://x.example/" ping="${GOOD}">Buy</a>`, GAM, null],
  ['in-link', 'error', `<ClickTracking id="a"><![CDATA[${GOOD}]]></ClickTracking>`, GAM, null],
  ['in-link', 'error', `<v:CustomClick>\n<![CDATA[ ${GOOD} ]]></v:CustomClick>`, GAM, null],
  ['vast-element', 'error', `<v:Error><![CDATA[${GOOD}]]></v:Error>`, GAM, null],
  [
    'vast-element',
    'error',
    `<MediaFile type="video/mp4"><![CDATA[${GOOD}]]></MediaFile>`,
    GAM,
    null,
  ],
  ['vast-element', 'error', `<VASTAdTagURI>\n<![CDATA[ ${GOOD} ]]></VASTAdTagURI>`, GAM, null],
  ['cut-off', 'error', `<img src="${GOOD}`, GAM, null],
  ['parameter-cut', 'warning', GOOD.replace('&cache', '&cac&cache'), GAM, null],
  ['navigates', 'error', `<meta http-equiv="refresh" content="0;url=${GOOD}">`, GAM, null],
  ['attribute-twice', 'error', `<img src="a.gif" src="${GOOD}">`, GAM, null],
  ['never-requested', 'error', `<link rel="preconnect" href="${GOOD}">`, GAM, null],
  ['link-hint', 'warning', `<link rel="prefetch" href="${GOOD}">`, GAM, null],
  ['media-element', 'warning', `<video src="${GOOD}"></video>`, GAM, null],
  ['in-comment', 'error', `<!-- ${img(GOOD)} -->`, GAM, null],
  ['in-noscript', 'warning', `<noscript>${img(GOOD)}</noscript>`, GAM, null],
  ['too-long', 'error', `${GOOD}&redir=https://px.example/${'x'.repeat(1000)}`, GAM, null],
  [
    'breaks-unquoted',
    'error',
    `${BARE}&cachebuster=[%random%]&x={{url | url_encode}}`,
    inConsole('sizmek'),
    null,
  ],
  [
    'number-appended',
    'error',
    `${BARE}&cachebuster=[OTHER]&redir=https://px.example`,
    inConsole('flashtalking'),
    null,
  ],
  [
    'escape-eaten',
    'error',
    `${GOOD}&redir=https://px.example/%c3%a9`,
    GAM,
    `${GOOD}&redir=https://px.example/%C3%A9`,
  ],
  ['ad-server-retired', 'info', `${BARE}&cachebuster=[%random%]`, inConsole('sizmek'), null],
  ['plain-image-placement', 'info', `${BARE}&cachebuster=%n`, inConsole('cm360'), null],
  // Consent (section 1, rows 11 to 13; row 27).
  [
    'consent-string-missing',
    'warning',
    `${BARE}&cachebuster=%n&gdpr=\${GDPR}`,
    inConsole('cm360'),
    `${BARE}&cachebuster=%n&gdpr=\${GDPR}&gdpr_consent=\${GDPR_CONSENT_32}`,
  ],
  [
    'consent-vendor',
    'error',
    `${BARE}&cachebuster=%n&gdpr=\${GDPR}&gdpr_consent=\${GDPR_CONSENT_755}`,
    inConsole('cm360'),
    `${BARE}&cachebuster=%n&gdpr=\${GDPR}&gdpr_consent=\${GDPR_CONSENT_32}`,
  ],
  [
    'consent-pair',
    'error',
    `${BARE}&cachebuster={{random}}&gdpr={{gdpr}}&gdpr_consent={{gdpr_consent_kv}}`,
    inConsole('criteo'),
    `${BARE}&cachebuster={{random}}&gdpr={{gdpr}}&{{gdpr_consent_kv}}`,
  ],
  ['consent-old', 'info', `${GOOD}&us_privacy=1YNN`, GAM, null],
  ['host-typo', 'error', img(GOOD.replace('adnxs', 'adnsx')), GAM, img(GOOD)],
  ['host-typo', 'error', GOOD.replace('ib.adnxs', 'ib.adnx'), GAM, GOOD],
  [
    'host-typo',
    'error',
    GOOD.replace('ib.adnxs', 'secure.adnxss'),
    GAM,
    GOOD.replace('ib.', 'secure.'),
  ],
  ['no-value', 'warning', `${GOOD}&gdpr_consent=null`, GAM, null],
  ['no-value', 'warning', img(`${GOOD}&x=%5Bobject%20Object%5D`), GAM, null],
  // Several at once (row 18).
  ['tag-twice', 'warning', `${img(GOOD)}\n${img(GOOD)}`, GAM, null],
  ['click-tracker', 'info', `${GOOD} https://ib.adnxs.com/clktrb?id=9`, GAM, null],
];

describe('strings that code puts together', () => {
  const HTTP = 'http://ib.adnxs.com';
  it.each([
    [`u = '${HTTP}' + '${GOOD.slice(20)}';`, `u = '${GOOD}';`],
    [`u = ["${HTTP}", "${GOOD.slice(20)}"].join('');`, `u = ["${GOOD}"].join('');`],
    [`u = '${HTTP}' + '/imptr' + '?id=531' + '&t=2';`, `u = '${GOOD}';`],
    // Whose quotes differ, or what is no string: which host it is nobody sees here, and nothing is put to it.
    [`u = '${HTTP}' + "${GOOD.slice(20)}";`, null],
    [`u = [base, '${GOOD.slice(20)}'].join('');`, null],
    [`u = '${HTTP}'.concat('${GOOD.slice(20)}');`, null],
    // Other strings stay as they are.
    [`a = '+' + ',' + 'x'; u = '${GOOD}';`, null],
  ])('%s', (text, repaired) => {
    expect(repairText(text, GAM)).toBe(repaired ?? text);
  });
});

describe('the length that an ad server takes', () => {
  const limit = GAM.server?.maxLength ?? 0;
  it.each([
    [limit, false],
    [limit + 1, true],
  ])('%i characters, too long: %s', (length, isTooLong) => {
    const url = `${GOOD}&redir=https://px.example/`.padEnd(length, 'x');
    const codes = checkText(url, GAM).findings.map(({ code }) => code);
    expect(codes.includes('too-long')).toBe(isTooLong);
  });
});

describe('each rule', () => {
  it.each(ROWS)('%s (%s): %s', (code, severity, text, place, repaired) => {
    const { findings } = checkText(text, place);
    const found = findings.find((finding) => finding.code === code);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(found?.severity).toBe(severity);
    expect(text.slice(found?.place?.start, found?.place?.end)).not.toBe('');
    if (repaired === null) expect(found?.repair).toBeNull();
    else expect(repairText(text, place)).toBe(repaired);
  });
  it('has a tag that breaks it', () => {
    const shown = new Set(ROWS.map(([code]) => code));
    // Said of a text that is not read at all (`field-report.test.ts`).
    const codes = [...TAG_RULES, ...TEXT_RULES]
      .filter((rule) => rule.kind !== 'address' || rule.written !== null)
      .map(({ code }) => code);
    expect(codes.filter((code) => !shown.has(code))).toEqual(['text-too-long']);
  });
  it.each(ROWS)('%s is said in words', (code, _, text, place) => {
    const found = checkText(text, place).findings.find((finding) => finding.code === code);
    if (!found) throw new Error('not found');
    const words = say(found);
    expect(words.sentence).toMatch(/[.?]$/);
    expect(words.next).toMatch(/\.$/);
    expect(`${words.sentence} ${words.next}`).not.toMatch(/undefined|\s{2}|“”/);
  });
});

// Somebody's own ad server that still replaces an old macro.
const OWN = withCachebuster('%%RAND%%');

function withCachebuster(cachebuster: string): TagPlace {
  const [server] = AD_SERVERS.map((some) => ({ ...some, cachebuster, traps: [] }));
  return { ...ANYWHERE, servers: server ? [server] : [], server: server ?? null };
}

describe('good tags have nothing said of them', () => {
  it.each([
    [GOOD, GAM],
    [img(GOOD), GAM],
    [`<a href="%%CLICK_URL_UNESC%%https://shop.example/">${img(GOOD)}</a>`, GAM],
    [`<script>var clickTag = "https://shop.example/"; new Image().src = "${GOOD}";</script>`, GAM],
    [`<b onclick="buy()"></b>${img(GOOD)}`, GAM],
    [`<b onload="new Image().src='${GOOD}'"></b>`, GAM],
    [`<StaticResource><![CDATA[${GOOD}]]></StaticResource>`, GAM],
    [img(GOOD.replaceAll('&', '&amp;')), GAM],
    [`<SCRIPT SRC='${GOOD.replace('t=2', 't=1')}'></SCRIPT>`, GAM],
    [`${GOOD}&ancost=0.0025`, GAM],
    [`${GOOD}&redir=https://px.example/a?b=1&c=%%CACHEBUSTER%%`, GAM],
    [`${BARE}&cachebuster=[[RANDOM]]&ancost=[[COST]]`, inConsole('getintent')],
    [`${BARE}&cachebuster=%%RAND%%`, OWN],
    [
      `${BARE}&cachebuster=[RND]&ancost=[CPM]`,
      inConsole('adbutler', { costIsPerImpression: true }),
    ],
    [`${BARE}&cachebuster=[ft_random]`, inConsole('flashtalking')],
    [`${BARE}&cachebuster=[random]`, inConsole('flashtalking')],
    [`${BARE}&cachebuster=%5BFT_RANDOM%5D`, inConsole('flashtalking')],
    [GOOD.replace('https://ib.adnxs.com', 'HTTPS://IB.adnxs.com:443'), GAM],
    [
      `<Impression>${BARE.replace('&', '&amp;')}&amp;cachebuster=[CACHEBUSTING]</Impression>`,
      inConsole('vast'),
    ],
    [`<script>new Image().src="${BARE}&cachebuster=" + Math.random();</script>`, GAM],
    [`<script>u = ['${BARE}&cachebuster=', Math.random()].join('');</script>`, GAM],
    [`<script>u = ['${BARE}', 'cachebuster=' + Math.random()].join('&');</script>`, GAM],
    [`<script>u = ['https://ib.adnxs.com', '${GOOD.slice(20)}'].join("");</script>`, GAM],
    [`<script>u = 'https:' + '${GOOD.slice(6)}';</script>`, GAM],
    [`<script>u = "https://ib.adnxs.com/im" + "ptr" + "${GOOD.slice(26)}";</script>`, GAM],
    [`<script>u = '${BARE}' + '&cachebuster=' + Math.random();</script>`, GAM],
    [`=CONCATENATE("https://ib.adnxs.com/imptr?id=", B2, "&t=2&cachebuster=%%CACHEBUSTER%%")`, GAM],
    [`SELECT concat('https://ib.adnxs.com/imptr?id=', id, '&t=2')`, GAM],
    [`=HYPERLINK("${GOOD}";"pixel")`, GAM],
    [`<img src={\`${BARE}&cachebuster=\${Date.now()}\`} />`, ANYWHERE],
    [`<?php $u = 'https://ib.adnxs.com' . '${GOOD.slice(20)}'; ?>`, GAM],
    [`<body onload="new Image().src='${BARE}'+'&cachebuster='+Math.random()">`, GAM],
    [img(GOOD.replace('h', '&#104;')), GAM],
    [img(GOOD.replace('://', '&#58;&#x2F;&#47;')), GAM],
    [`${GOOD}&foo&pid=5`, GAM],
    [`<script>new Image().src = \`${BARE}&cachebuster=\${Date.now()}\`;</script>`, GAM],
    [`<div style="background:url('${GOOD}')"></div>`, GAM],
    [
      `{"native":{"imptrackers":["${GOOD.replaceAll('/', '\\/').replaceAll('&', '\\u0026')}"]}}`,
      GAM,
    ],
    [`${BARE}&cachebuster=[timestamp]`, inConsole('passendo')],
    // XML, HTML and JSON, one inside another.
    [`<Tracking event="start"><![CDATA[${GOOD}]]></Tracking>`, GAM],
    [`<Tracking event="creativeView"><![CDATA[${GOOD}]]></Tracking>`, GAM],
    [`{"burl":"${GOOD}"}`, GAM],
    [`<Viewable>${GOOD.replaceAll('&', '&amp;')}</Viewable>`, GAM],
    [`<v:IFrameResource><![CDATA[${GOOD}]]></v:IFrameResource>`, GAM],
    [`<Own xmlns="x"><Pixel>${GOOD.replaceAll('&', '&amp;')}</Pixel></Own>`, GAM],
    [`<HTMLResource><![CDATA[${img(GOOD)}]]></HTMLResource>`, GAM],
    [JSON.stringify({ adm: JSON.stringify({ adm: img(GOOD) }) }), GAM],
    [JSON.stringify({ adm: img(GOOD) }).replaceAll('<', '\\u003c'), GAM],
    [`<i data-x="${JSON.stringify({ u: GOOD }).replaceAll('"', '&quot;')}"></i>`, GAM],
    [`Pixel #2 (new?):${GOOD}`, GAM],
    [`Please use ${GOOD} = the pixel. See [1]`, GAM],
    [`${GOOD}\nThanks, Tom`, GAM],
    [GOOD.replace('ib.', 'secure.'), GAM],
    [
      `${BARE}&cachebuster=\${CACHEBUSTER}&gdpr=\${GDPR}&gdpr_consent=\${GDPR_CONSENT_32}`,
      inConsole('dv360'),
    ],
    [`${BARE}&cachebuster={{random}}&gdpr={{gdpr}}&{{gdpr_consent_kv}}`, inConsole('criteo')],
    [`<script src="${GOOD.replace('t=2', 't=1')}"></script><noscript>${img(GOOD)}</noscript>`, GAM],
    ['<p>Nothing of ours</p> <img src="https://other.example/px?id=1">', GAM],
    ['', GAM],
  ])('%s', (text, place) => {
    expect(checkText(text, place).findings).toEqual([]);
  });
});
