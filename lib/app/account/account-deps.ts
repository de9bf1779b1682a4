import type { KeyStore } from '../../store/keys';
import type { Builders } from '../builder/builders';
import type { Jobs } from '../jobs/jobs';
import type { KeySignInDeps } from './key-sign-in';
import type { Service } from './service';
import type { Settings } from './settings';
import type { SignIns } from './sign-ins';

/** What signs people in and out. */
export interface AccountDeps extends Service {
  readonly settings: Settings;
  readonly signIns: SignIns;
  readonly keys: KeyStore;
  readonly skew: KeySignInDeps['skew'];
  readonly jobs: Jobs;
  readonly builders: Builders;
}
