import type { ApiKeyReply, ApiKeyRequest, NewApiKey } from '$lib/contract';
import { authorised } from './caller';
import { jsonBody } from './http';

const path = '/api/account/api-keys';

export async function listApiKeys(): Promise<ApiKeyReply[]> {
  return (await (await authorised(path)).json()) as ApiKeyReply[];
}

export async function makeApiKey(request: ApiKeyRequest): Promise<NewApiKey> {
  return (await (await authorised(path, jsonBody(request))).json()) as NewApiKey;
}

export async function revokeApiKey(id: string): Promise<void> {
  await authorised(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
