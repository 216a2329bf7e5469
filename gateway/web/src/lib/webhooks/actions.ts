import type { WebhookDeliveryReply, WebhookReply } from '$lib/contract';

/** What the owner of webhooks can do. Each throws what the server refused. */
export interface WebhookActions {
  /** Answers with the secret. */
  make(url: string, events: string[]): Promise<string>;
  enable(webhook: WebhookReply, isEnabled: boolean): Promise<void>;
  /** Answers with the new secret. */
  rotate(id: string): Promise<string>;
  remove(id: string): Promise<void>;
  test(id: string): Promise<void>;
  deliveries(id: string): Promise<WebhookDeliveryReply[]>;
  resend(id: string, delivery: number): Promise<void>;
  /** Reads the webhooks again: a delivery may have disabled one. */
  refresh(): Promise<void>;
}
