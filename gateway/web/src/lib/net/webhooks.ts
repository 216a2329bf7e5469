import type { WebhookDeliveryReply, WebhookReply, WebhookRequest, WebhookWithSecret } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const root = '/api/account/webhooks';
const path = (id: string, rest = '') => `${root}/${encodeURIComponent(id)}${rest}`;

export async function listWebhooks(): Promise<WebhookReply[]> {
  return bodyOf<WebhookReply[]>(await authorised(root));
}

export async function makeWebhook(request: WebhookRequest): Promise<WebhookWithSecret> {
  return bodyOf<WebhookWithSecret>(await authorised(root, jsonBody(request)));
}

export async function changeWebhook(id: string, request: WebhookRequest): Promise<WebhookReply> {
  return bodyOf<WebhookReply>(await authorised(path(id), { ...jsonBody(request), method: 'PUT' }));
}

export async function removeWebhook(id: string): Promise<void> {
  await authorised(path(id), { method: 'DELETE' });
}

export async function rotateSecret(id: string): Promise<WebhookWithSecret> {
  return bodyOf<WebhookWithSecret>(await authorised(path(id, '/secret'), { method: 'POST' }));
}

export async function testWebhook(id: string): Promise<void> {
  await authorised(path(id, '/test'), { method: 'POST' });
}

export async function listDeliveries(id: string): Promise<WebhookDeliveryReply[]> {
  return bodyOf<WebhookDeliveryReply[]>(await authorised(path(id, '/deliveries')));
}

export async function resendDelivery(id: string, delivery: number): Promise<void> {
  await authorised(path(id, `/deliveries/${delivery}/resend`), { method: 'POST' });
}
