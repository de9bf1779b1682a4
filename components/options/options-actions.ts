import type { DraftActions } from '@/components/stores/draft';
import type { ProfileRow, Profiles } from '@/lib/core/ad-server/profiles';
import type { ConsoleStates } from '@/lib/core/console/console-state';
import type { Keeping } from '@/lib/core/verification/keeping';
import type { Dismissals, DismissedField, DismissScope } from '@/lib/core/console/dismissals';

/** Everything the options page shows. */
export interface OptionsData {
  readonly profiles: Profiles;
  /** Names of one's own that lead to the service: the administrator's, and the person's. */
  readonly pixelHosts: { readonly managed: readonly string[]; readonly own: readonly string[] };
  readonly keeping: Keeping;
  readonly consoles: ConsoleStates;
  readonly dismissals: Dismissals;
  /** Match patterns of sites whose every pixel is recorded, and sites for which nobody wants to be asked. */
  readonly access: { readonly allowed: readonly string[]; readonly putOff: readonly string[] };
}

/** What the options page can do. The entrypoint plugs in the browser; a test plugs in fakes. */
export interface OptionsActions extends DraftActions {
  load(): Promise<OptionsData>;
  /** Calls back whenever something of it changes, here or elsewhere; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Asks for these hosts: to be called in the click itself. */
  turnOn(origins: readonly string[]): Promise<void>;
  turnOff(origins: readonly string[]): Promise<void>;
  allowApi(): Promise<void>;
  writeOwn(rows: readonly ProfileRow[]): Promise<void>;
  writeHosts(hosts: readonly string[]): Promise<void>;
  writeKeeping(keeping: Keeping): Promise<void>;
  dismiss(scope: DismissScope, field: DismissedField): Promise<void>;
  restore(scope: DismissScope, field: Pick<DismissedField, 'host' | 'key'>): Promise<void>;
  /** Gives a site back to the browser, by its match pattern. */
  takeBack(pattern: string): Promise<void>;
  /** Has DevTools offer it again on a site. */
  offerAgain(site: string): Promise<void>;
  /** Saves a text as a file and returns its name. */
  saveFile(text: string): string;
}
