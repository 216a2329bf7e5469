import type { OwnResult } from '$lib/contract';
import type { ApiKeyActions } from './api-key-actions';

/** What the owner of an account can do with it. Each throws what the server refused. */
export interface AccountActions {
  rename(name: string): Promise<void>;
  changePassword(password: string, newPassword: string): Promise<void>;
  apiKeys: ApiKeyActions;
  listResults(): Promise<OwnResult[]>;
  endSignIn(id: string): Promise<void>;
  endOtherSignIns(): Promise<void>;
  exportData(): Promise<void>;
  remove(password: string): Promise<void>;
  signOut(): Promise<void>;
}
