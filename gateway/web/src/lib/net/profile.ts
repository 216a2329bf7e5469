import type { Award, AwardReply, ProfileReply } from '$lib/contract';
import { framePass } from '$lib/game/avatar';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const path = '/api/account/profile';

/** What the account has gained; and from now on this browser can prove its frames. */
export async function readProfile(): Promise<ProfileReply> {
  const profile = await bodyOf<ProfileReply>(await authorised(path));
  if (profile.framePass) framePass.set(profile.framePass);
  else framePass.clear();
  return profile;
}

/** What the game of a seat brought the account; null until that is known. */
export async function readAward(seatToken: string): Promise<Award | null> {
  return (await bodyOf<AwardReply>(await authorised(`${path}/award`, jsonBody({ seatToken })))).award ?? null;
}
