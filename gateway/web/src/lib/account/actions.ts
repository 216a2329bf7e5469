import type { EndedAccess, MailWishes, RecoveryCodes, SecondFactorSetup } from '$lib/contract';
import type { ApiKeyActions } from './api-key-actions';

/** What the owner of an account can do with it. Each throws what the server refused. */
export interface AccountActions {
  rename(name: string): Promise<void>;
  pickFace(face: number): Promise<void>;
  changePassword(password: string, newPassword: string): Promise<void>;
  secondFactor: SecondFactorActions;
  passkeys: PasskeyActions;
  twitch: TwitchActions;
  apiKeys: ApiKeyActions;
  mail: MailActions;
  boards: BoardActions;
  endSignIn(id: string): Promise<void>;
  endOtherSignIns(): Promise<void>;
  endAccess(password: string): Promise<EndedAccess>;
  exportData(): Promise<void>;
  remove(password: string): Promise<void>;
  signOut(): Promise<void>;
}

export interface SecondFactorActions {
  setUp(password: string): Promise<SecondFactorSetup>;
  confirm(code: string): Promise<RecoveryCodes>;
  remove(password: string): Promise<void>;
}

export interface BoardActions {
  read(): Promise<string | null>;
  set(name: string): Promise<string | null>;
  remove(): Promise<void>;
}

export interface TwitchActions {
  link(password: string): Promise<void>;
  unlink(password: string): Promise<void>;
}

export interface PasskeyActions {
  add(password: string, name: string): Promise<void>;
  remove(password: string, id: string): Promise<void>;
}

export interface MailActions {
  change(address: string, password: string): Promise<void>;
  remove(password: string): Promise<void>;
  wish(wishes: Pick<MailWishes, 'reports' | 'newBrowsers'>): Promise<void>;
}
