// A page of the extension that has things opened in the console's page, one at a time, and times them.
// Nothing here waits for a timer: those of a page in the background come late.
const send = (message) => chrome.runtime.sendMessage(message);

async function consoleTab() {
  const [tab] = await chrome.tabs.query({ url: 'https://app.kevel.co/*' });
  if (!tab) throw new Error('the console is not open');
  return tab.id;
}

/**
 * A fresh page of the console in a tab of its own, with the cursor in its field, once it has nothing more to do; the
 * one before is closed.
 */
globalThis.freshConsole = async () => {
  const before = await consoleTab();
  const loaded = new Promise((resolve) => {
    chrome.tabs.onUpdated.addListener(function heard(id, { status }) {
      if (id === before || status !== 'complete') return;
      chrome.tabs.onUpdated.removeListener(heard);
      resolve(id);
    });
  });
  const { url } = await chrome.tabs.get(before);
  await chrome.tabs.create({ url, active: true });
  const tabId = await loaded;
  await chrome.tabs.remove(before);
  await chrome.scripting.executeScript({
    target: { tabId },
    func: async () => {
      document.querySelector('#third-party-pixels').focus();
      // Nothing is drawn or waits: one idle moment after the other is a whole one, of up to 50 ms.
      for (let whole = 0; whole < 3;) {
        const left = await new Promise((resolve) =>
          requestIdleCallback((deadline) => resolve(deadline.timeRemaining())),
        );
        whole = left > 30 ? whole + 1 : 0;
      }
    },
  });
};

/** Milliseconds from the message that asks for the builder, or for the empty page, and from its frame's start. */
globalThis.open = async (what) => {
  const tabId = await consoleTab();
  const usable = new Promise((resolve) => {
    chrome.runtime.onMessage.addListener(function heard(message) {
      if (message?.bench !== 'usable') return;
      chrome.runtime.onMessage.removeListener(heard);
      resolve(message);
    });
  });
  const ask =
    what === 'builder'
      ? { piggyback: 'builder.openIn', data: { tabId } }
      : { bench: 'empty', tabId };
  const askedAt = performance.timeOrigin + performance.now();
  void send(ask).catch(() => {});
  const { frameAt, usableAt } = await usable;
  const bornAt = await send({ bench: 'born' });
  return {
    sinceAsked: usableAt - askedAt,
    sinceFrame: usableAt - frameAt,
    // Whether it was the message that started the worker.
    wasStopped: bornAt > askedAt,
  };
};

/** Has the worker run. */
globalThis.wake = () => send({ bench: 'born' });
