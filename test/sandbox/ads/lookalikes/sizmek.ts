import { html } from 'hono/html';

import { HOSTS } from '../../hosts.ts';
import { page } from '../html.ts';

/**
 * In the manner of Sizmek's console: the work happens in a frame inside the page, here a small one,
 * beside one of another origin and one without an address. Not its real markup.
 */
export function sizmekPage(): ReturnType<typeof page> {
  const srcdoc =
    '<!doctype html><label for=f>Impression tracking URL</label><br><input id=f size=30>';
  return page({
    title: 'Ad – Sandbox campaign manager',
    css: `body { font: 13px 'Segoe UI', sans-serif; padding: 20px; } iframe { border: 1px solid var(--line); }`,
    body: html`<h1>Sandbox campaign manager</h1>
      <iframe
        id="sas2_sas1_iframe_component_wrapper"
        title="Ad settings"
        src="/component"
        width="340"
        height="230"
      ></iframe>
      <iframe
        id="foreign"
        title="Tag library"
        src="https://${HOSTS.revive}/component"
        width="500"
        height="460"
      ></iframe>
      <iframe id="plain" title="Quick edit" srcdoc="${srcdoc}" width="500" height="460"></iframe>`,
  });
}

/** What stands in the frames. */
export function componentPage(): ReturnType<typeof page> {
  return page({
    title: 'Ad settings',
    css: `body { font: 13px 'Segoe UI', sans-serif; padding: 12px; } label { display: block; margin: 8px 0 2px; } input, textarea { width: 90%; }`,
    body: html`<label for="ad">Ad name</label><input id="ad" />
      <label for="tracking">Third Party Tracking</label
      ><textarea id="tracking" rows="2"></textarea>`,
  });
}
