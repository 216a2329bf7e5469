import type { ApiKeyReply, ApiKeyRequest, NewApiKey } from '$lib/contract';

/** What the owner of an account can do about its keys. Each throws what the server refused. */
export interface ApiKeyActions {
  list(): Promise<ApiKeyReply[]>;
  make(request: ApiKeyRequest): Promise<NewApiKey>;
  revoke(id: string): Promise<void>;
}
