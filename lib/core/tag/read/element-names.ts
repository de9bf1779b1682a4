// HTML Living Standard, 4: every element, and the old ones that ads are still written with.
const HTML = new Set(
  `a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas
caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
input ins kbd label legend li link main map mark menu meta meter nav noframes noscript object ol optgroup option
output p param picture pre progress q rp rt ruby s samp script search section select slot small source span
strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt
u ul var video wbr`.split(/\s+/),
);

// VAST 2 to 4.3: every element that holds an address.
const VAST = new Set(
  `impression error tracking clickthrough clicktracking customclick viewable notviewable viewundetermined
nonlinearclickthrough nonlinearclicktracking companionclickthrough companionclicktracking iconclickthrough
iconclicktracking iconviewtracking vastadtaguri mediafile mezzanine interactivecreativefile closedcaptionfile
staticresource iframeresource javascriptresource executableresource htmlresource survey blockedadcategories
customtracking`.split(/\s+/),
);

/** Whether HTML has an element of this name, in lower case; a name with a dash is somebody's own. */
export function isHtmlName(name: string): boolean {
  return HTML.has(name) || name.includes('-');
}

/** Whether VAST has an element of this name that holds an address. */
export function isVastName(name: string): boolean {
  return VAST.has(name);
}
