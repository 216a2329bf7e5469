import type { ApiKeyReply, ApiKeyRequest, NewApiKey } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const path = '/api/account/api-keys';

export async function listApiKeys(): Promise<ApiKeyReply[]> {
  return bodyOf<ApiKeyReply[]>(await authorised(path));
}

export async function makeApiKey(request: ApiKeyRequest): Promise<NewApiKey> {
  return bodyOf<NewApiKey>(await authorised(path, jsonBody(request)));
}

export async function revokeApiKey(id: string): Promise<void> {
  await authorised(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
