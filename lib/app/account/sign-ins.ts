import { accountOf } from '../../core/account/session';
import type { SignIn } from '../../core/account/sign-in';
import type { ErrorCode } from '../../core/base/errors';

/** Who has signed in here and was not forgotten: kept on disk, without anything that is secret. */
export interface SignIns {
  read(): Promise<readonly SignIn[]>;
  /** One change after the other. */
  change(act: (before: readonly SignIn[]) => readonly SignIn[]): Promise<void>;
}

/** Notes why the key of an account signs it in no more, until a person signs in again. */
export function noteRefused(signIns: SignIns) {
  return (account: string, refused: ErrorCode): Promise<void> =>
    signIns.change((all) =>
      all.map((one) => (accountOf(one.info) === account ? { ...one, refused } : one)),
    );
}
