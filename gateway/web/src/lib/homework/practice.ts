import { goto } from '$app/navigation';
import { SeatRecords } from '$lib/game/records';
import { t } from '$lib/i18n/index.svelte';
import { startPractice } from '$lib/net/homework';

/** Opens a session in which this browser plays a quiz alone, and goes there. */
export async function openPractice(quizId: string): Promise<void> {
  const { code, seatToken } = await startPractice(quizId, t().standings.you);
  new SeatRecords(code).set({ seatToken });
  await goto(`/practice/${code}`);
}
