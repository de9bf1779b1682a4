import { browser } from 'wxt/browser';

type Answer = (token: string, message: object) => unknown;

/**
 * Answers what the background asks of this frame about one builder, named by its token. From the
 * background, which is in no tab: nobody else of ours has to do with pages.
 */
export function onBackgroundMessage(answers: Readonly<Record<string, Answer>>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id || sender.tab) return false;
    if (typeof message !== 'object' || message === null) return false;
    const name: unknown = Reflect.get(message, 'piggyback');
    const token: unknown = Reflect.get(message, 'token');
    if (typeof name !== 'string' || typeof token !== 'string') return false;
    if (!Object.hasOwn(answers, name)) return false;
    const answered = Promise.resolve(answers[name]?.(token, message));
    void answered.then(
      (answer) => respond(answer ?? null),
      // Not `null`, which says that nobody is here.
      () => respond({}),
    );
    // Keeps the channel open until the answer is there.
    return true;
  });
}
