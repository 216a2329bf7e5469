import type { GameMode } from '$lib/contract';
import { modeText } from '$lib/i18n/mode-texts.svelte';

/** The rules of a mode as players read them, with the figures of this game. */
export function rulesOf(mode: GameMode): string {
  const text = modeText();
  switch (mode.kind) {
    case 'classic':
      return text.hints.classic;
    case 'survivor':
      return text.survivor.rules(mode.misses);
    case 'race':
      return text.race.rules(mode.points);
    case 'confidence':
      return text.confidence.rules;
    case 'sharedDevice':
      return text.sharedDevice.rules(mode.talkMs / 1000);
  }
}
