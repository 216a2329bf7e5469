import type { PasskeyOptions, PasskeyReply } from '$lib/contract';
import { authorised } from './caller';
import { enter } from './account';
import { ApiError, bodyOf, errorOf, jsonBody, send } from './http';

const ownPath = '/api/account/passkeys';
const signInPath = '/api/account/sessions/passkey';

/** Where a browser has none of this, the buttons are not there. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** The result from the device and its user. Closing the browser's dialog cancels: that is not an error. */
async function asked(credential: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await credential;
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  throw new ApiError('passkeyRefused');
}

export async function listPasskeys(): Promise<PasskeyReply[]> {
  return bodyOf<PasskeyReply[]>(await authorised(ownPath));
}

export async function addPasskey(password: string, name: string): Promise<void> {
  const response = await authorised(`${ownPath}/options`, jsonBody({ password }));
  const { options, state } = await bodyOf<PasskeyOptions>(response);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  const credential = await asked(navigator.credentials.create({ publicKey }));
  await authorised(ownPath, jsonBody({ state, credential: credential.toJSON(), name }));
}

export async function removePasskey(password: string, id: string): Promise<void> {
  await authorised(`${ownPath}/${encodeURIComponent(id)}/removal`, jsonBody({ password }));
}

export async function signInWithPasskey(): Promise<void> {
  const response = await send(`${signInPath}/options`, { method: 'POST' });
  if (!response.ok) throw await errorOf(response);
  const { options, state } = await bodyOf<PasskeyOptions>(response);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  const credential = await asked(navigator.credentials.get({ publicKey }));
  await enter(signInPath, { state, credential: credential.toJSON() });
}
