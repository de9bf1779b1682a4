import { builderContract } from './builder/contract';
import { commonContract } from './common-contract';
import type { ReplyIn, RequestIn } from './wire/message';

/**
 * Every message that crosses between the parts of the extension; all go to the background. One-way
 * notices to open pages stand in `notices.ts`.
 */
export const contract = { ...commonContract, ...builderContract };

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type RequestOf<N extends MessageName> = RequestIn<Contract, N>;
export type ReplyOf<N extends MessageName> = ReplyIn<Contract, N>;
