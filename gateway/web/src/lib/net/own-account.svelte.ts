import type { AccountReply } from '$lib/contract';

let account = $state.raw<AccountReply | null>(null);

/** The account of this browser as it was read last; null before, and without one. */
export const ownAccount = (): AccountReply | null => account;

export function keepOwnAccount(reply: AccountReply | null): void {
  account = reply;
}
