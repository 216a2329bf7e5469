import type { ApiKeyRequest } from '$lib/contract';

/** What the owner of an account can do about its keys. Each throws what the server refused. */
export interface ApiKeyActions {
  /** Answers with the key itself. */
  make(request: ApiKeyRequest): Promise<string>;
  revoke(id: string): Promise<void>;
}
