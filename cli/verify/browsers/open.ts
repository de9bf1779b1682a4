import { CommandError } from '../../shared/command-error';
import type { PagesArguments } from '../arguments';
import { connectRemote } from './connect';
import { findChromium, startLocal } from './local';
import { createAlbum } from './photograph';
import { nameOf } from './remote';
import type { Driver } from './visitor';

type Wanted = Pick<
  PagesArguments,
  'remotes' | 'chromium' | 'atOnce' | 'isLive' | 'ownHosts' | 'listenMs' | 'takesPictures'
>;

/** The browsers of a run. */
export interface Opened {
  readonly drivers: readonly Driver[];
  /** Remote browsers that did not answer, by name. */
  readonly notReached: readonly string[];
}

/** Opens the browsers of a run, no more of this machine than there are pages. Fails with `CommandError`. */
export async function openBrowsers(wanted: Wanted, pages: number): Promise<Opened> {
  const { remotes, listenMs } = wanted;
  const album = wanted.takesPictures ? createAlbum() : null;
  let count = 0;
  const nextId = () => {
    count += 1;
    return `visit ${count}`;
  };
  if (remotes.length === 0) {
    const program = findChromium(wanted.chromium);
    const started = await Promise.allSettled(
      Array.from({ length: Math.min(wanted.atOnce, pages) }, (_, index) =>
        startLocal(program, wanted, { name: `local ${index + 1}`, listenMs, album, nextId }),
      ),
    );
    const drivers = started.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    if (drivers.length === 0) throw new CommandError('browser-not-started', program);
    return { drivers, notReached: [] };
  }
  const answers = await Promise.all(
    remotes.map((remote) => connectRemote(remote, { listenMs, album, nextId })),
  );
  const drivers = answers.flatMap((driver) => driver ?? []);
  const notReached = remotes.filter((_, index) => answers[index] === null).map(nameOf);
  if (drivers.length === 0) throw new CommandError('browser-not-reached', notReached.join(', '));
  return { drivers, notReached };
}
