import { browser } from 'wxt/browser';

import { noteHeard } from '../storage/web-request-wait';
import {
  readWebRequest,
  type WebRequestEvent,
  type WebRequestPhase,
} from '../../core/recording/web-request';

/** What the browser itself looks for, before it wakes the worker: pixels as people write them, and the service's detour. */
const FILTER = { urls: ['*://*/*imptr*', '*://*/*IMPTR*', '*://*/*Imptr*', '*://*/bounce?*'] };

/**
 * Calls back with what the browser tells of pixels, on the sites that a person has allowed and nowhere else. To be called
 * at once on start, before anything is awaited, so that an event can wake a worker that was stopped. Where the permission
 * is given later, it is listened to from then on; `onBegun` is called where the browser tells at last of what it was
 * waited for.
 */
export function onPixelRequests(tell: (event: WebRequestEvent) => void, onBegun: () => void): void {
  let listened: object | null = null;
  let isHeard = false;

  function listen(): void {
    const { webRequest } = browser;
    // It is there only where it was allowed; allowed again it is another.
    if (!webRequest || webRequest === listened) return;
    listened = webRequest;
    isHeard = false;
    const pass = (phase: WebRequestPhase) => (details: unknown) => {
      const event = readWebRequest(phase, details);
      if (!event) return;
      tell(event);
      if (isHeard) return;
      isHeard = true;
      void noteHeard().then((wasWaiting) => wasWaiting && onBegun());
    };
    const began = pass('began');
    webRequest.onBeforeRequest.addListener((details: unknown) => void began(details), FILTER);
    webRequest.onBeforeRedirect.addListener(pass('redirected'), FILTER);
    webRequest.onCompleted.addListener(pass('completed'), FILTER);
    webRequest.onErrorOccurred.addListener(pass('failed'), FILTER);
  }

  listen();
  browser.permissions.onAdded.addListener(listen);
}
