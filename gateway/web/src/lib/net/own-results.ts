import type { OwnResult } from '$lib/contract';
import { seatTokens } from '$lib/game/records';
import { authorised } from './caller';
import { bodyOf, jsonBody } from './http';

const path = '/api/account/results';
const mostClaimed = 100;

/** What this browser played as a guest becomes the account's, and then all that the account played. */
export async function claimAndListResults(): Promise<OwnResult[]> {
  await claimResults();
  return bodyOf<OwnResult[]>(await authorised(path));
}

export async function claimResults(): Promise<void> {
  const tokens = seatTokens().slice(0, mostClaimed);
  if (tokens.length > 0) await authorised(`${path}/claims`, jsonBody({ seatTokens: tokens }));
}
