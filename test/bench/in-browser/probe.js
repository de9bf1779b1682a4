// First in the head of the builder's page and of the empty one: tells when it can be used, which is once
// its search field has been painted. The builder's is there with the data of `builder.start` only.
new MutationObserver((_, observer) => {
  if (!document.querySelector('[role=combobox]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(tellUsable));
}).observe(document, { childList: true, subtree: true });

function tellUsable() {
  const frameAt = performance.timeOrigin;
  void chrome.runtime.sendMessage({
    bench: 'usable',
    frameAt,
    usableAt: frameAt + performance.now(),
  });
}
