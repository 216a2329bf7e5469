import { SeatRecords } from '$lib/game/records';
import { claimResults } from '$lib/net/own-results';
import { readAward } from '$lib/net/profile';
import AwardPanel from './AwardPanel.svelte';
import { awarded } from './awarded';
import { loadProfileTexts } from './texts.svelte';

/** Makes the seats of this browser the account's, before their tokens expire, and says what a game brought: the panel that shows it, and the award. */
export async function awardOf(code: string) {
  await claimResults();
  const seatToken = new SeatRecords(code).get()?.seatToken;
  if (!seatToken) return null;
  const award = await awarded(() => readAward(seatToken));
  if (!award) return null;
  await loadProfileTexts();
  return { Panel: AwardPanel, award };
}
