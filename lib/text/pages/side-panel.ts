/** Words of the side panel. */
export const sidePanelText = {
  open: 'Pixels on this page',
  title: 'Piggyback: pixels on this page',
  loading: 'Looking at the tab…',
  closed: 'Nothing can be recorded here',
  closedNext:
    'Browsers keep extensions out of their own pages and of extension stores. Show the page with the creative in this window.',
  recorded: (host: string) => `Recording ${host}`,
  turnOff: 'Stop recording here',
  notRecorded: (host: string) => `Pixels on ${host} are not recorded`,
  notRecordedWhy:
    'Without DevTools they are seen on sites that you allow, from then on: load the page again. DevTools need no leave, and tell more of each request.',
  frames: 'With frames of other sites',
  framesWhy:
    'Ads mostly stand in frames of ad servers, of which the browser tells only where all sites are allowed.',
  turnOn: (host: string) => `Record ${host}`,
};
