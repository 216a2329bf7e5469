import type { OpenInvitation, QuizVisibility } from '$lib/contract';

/** The audience that a quiz is shared with. */
export interface Shared {
  visibility: QuizVisibility;
  /** The account that owns it, or null where that is the one who looks. */
  owner: string | null;
  coAuthors: readonly string[];
  /** Those that can still be accepted; null for who cannot invite by mail. */
  invitations: readonly OpenInvitation[] | null;
}

/** What an owner does about it; each fails with an ApiError. */
export interface SharingActions {
  publish: (visibility: QuizVisibility) => Promise<void>;
  add: (name: string) => Promise<void>;
  remove: (name: string) => Promise<void>;
  invite: (address: string) => Promise<void>;
  withdraw: (invitation: string) => Promise<void>;
}

/** The address of the quiz for visitors with the link, unless it is private. */
export const linkTo = (id: string): string => new URL(`/shared/${id}`, location.origin).href;
