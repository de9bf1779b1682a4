// At the end of the background of the copy that is measured: puts the empty page into a page when told
// to, and says when this worker was started.
chrome.runtime.onMessage.addListener((message, _, respond) => {
  if (message?.bench === 'born') respond(performance.timeOrigin);
  if (message?.bench !== 'empty') return;
  void chrome.scripting.executeScript({
    target: { tabId: message.tabId },
    args: [chrome.runtime.getURL('empty.html')],
    func: (address) => {
      const frame = document.createElement('iframe');
      frame.dataset.piggyback = 'empty';
      frame.style = 'position:fixed;inset:12px 12px auto auto;width:380px;height:320px';
      frame.src = address;
      document.documentElement.append(frame);
    },
  });
});
