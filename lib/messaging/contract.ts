import type { z } from '../core/base/schema';
import { builderContract } from './builder-contract';
import { contentContract } from './content-contract';
import type { Messages } from './message';
import { pageContract } from './page-contract';

/** Every message that crosses between the parts of the extension; all go to the background. */
export const contract = { ...pageContract, ...builderContract, ...contentContract };

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = RequestIn<Contract, N>;
export type ReplyOf<N extends MessageName> = ReplyIn<Contract, N>;

export type RequestIn<C extends Messages, N extends keyof C> = z.infer<C[N]['request']>;
export type ReplyIn<C extends Messages, N extends keyof C> = z.infer<C[N]['reply']>;
