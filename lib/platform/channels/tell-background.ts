import { browser } from 'wxt/browser';

import type { DismissScope } from '../../core/console/dismissals';

/**
 * What our scripts in other people's pages ask of the background. Written out here, without the
 * contract's schemas, to keep those scripts small; the background parses it.
 */
export function tellOpenBuilder(): void {
  void ask('builder.open', null);
}

export function tellDismissed(scope: DismissScope, host: string, key: string, label: string): void {
  void ask('field.dismiss', { scope, field: { host, key, label } });
}

/** A person has left the builder in the page itself, or the page has taken it away. */
export function tellBuilderLeft(token: string): void {
  void ask('builder.left', { token });
}

/** The builder's frame has shown nothing: the page does not let it. */
export function tellBuilderFailed(token: string): void {
  void ask('builder.failed', { token });
}

/** Has the background let this frame read code editors; whether it could. */
export function askForModelReader(): Promise<boolean> {
  return ask('field.addModelReader', null);
}

/** Has the background bring the small button into this frame. */
export function askForButton(): Promise<boolean> {
  return ask('field.needButton', null);
}

async function ask(name: string, data: unknown): Promise<boolean> {
  const packet = { piggyback: name, data };
  const answer: unknown = await browser.runtime.sendMessage(packet).catch(() => null);
  return typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === true;
}
