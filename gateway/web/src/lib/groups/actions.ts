import type { GroupFound } from '$lib/contract';

/** What the page of all groups asks of the server. */
export interface GroupsActions {
  find: (code: string) => Promise<GroupFound>;
  join: (code: string, name: string, isListed: boolean) => Promise<void>;
  make: (name: string) => Promise<void>;
}

/** What the page of one group asks of the server. */
export interface GroupActions {
  rename: (name: string) => Promise<void>;
  replaceCode: () => Promise<void>;
  invite: (address: string) => Promise<void>;
  remove: () => Promise<void>;
  removeMember: (name: string) => Promise<void>;
  change: (name: string, isListed: boolean) => Promise<void>;
  leave: () => Promise<void>;
}
