import type { WebhookDeliveryReply } from '$lib/contract';

/** Whether a message is sent within a second or so, or is being sent: it has no result yet. One that failed waits for longer. */
export const isAboutToBeSent = ({ status, lastAt }: Pick<WebhookDeliveryReply, 'status' | 'lastAt'>) =>
  status === 'pending' && lastAt == null;
