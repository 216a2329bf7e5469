import type { MailReply, MailWishes } from '$lib/contract';
import { authorised } from './caller';
import { bodyOf, errorOf, jsonBody, send } from './http';

const mailPath = '/api/account/mail';

export async function readMail(): Promise<MailReply> {
  return bodyOf<MailReply>(await authorised(mailPath));
}

/** Has a link sent to the address: the account has it once the link is used. */
export async function changeAddress(address: string, language: string, password: string): Promise<void> {
  await authorised(`${mailPath}/address`, jsonBody({ address, language, password }, 'PUT'));
}

export async function removeAddress(password: string): Promise<MailReply> {
  return bodyOf<MailReply>(await authorised(`${mailPath}/address/removal`, jsonBody({ password })));
}

export async function changeMailWishes(wishes: MailWishes): Promise<MailReply> {
  return bodyOf<MailReply>(await authorised(`${mailPath}/wishes`, jsonBody(wishes, 'PUT')));
}

/** By the link of a mail. */
export async function confirmAddress(link: string): Promise<void> {
  const response = await send(`${mailPath}/address/confirmation`, jsonBody({ link }));
  if (!response.ok) throw await errorOf(response);
}

/** Has a link for a new password sent, if an account has the address. */
export async function forgotPassword(address: string): Promise<void> {
  const response = await send('/api/account/password/forgotten', jsonBody({ address }));
  if (!response.ok) throw await errorOf(response);
}
