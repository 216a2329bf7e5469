import { lobby, reveal, session } from '$lib/game/samples';
import { Reactions } from '$lib/reactions/reactions.svelte';
import { signNames } from '$lib/reactions/signs';
import { host, podium, player } from './fixtures';
import type { Story } from './stories';

/** A room that has sent every sign. */
function busy(): Reactions {
  const reactions = new Reactions();
  for (let moment = 0; moment < 4; moment++)
    reactions.show({
      counts: signNames.map((kind, index) => ({ kind, count: 1 + ((index * 7 + moment * 5) % 23) })),
      seats: [0, 3, 4, 8],
    });
  return reactions;
}

const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60, streak: 2 };

/** What players send to the big screen, and what they play with while they wait. */
export const delightStories: Record<string, Story> = {
  'player-lobby-reactions': { kind: 'player', game: player(session(lobby(['Swift Otter', 'Zoé'])), own) },
  'player-without-reactions': {
    kind: 'player',
    game: player(session(lobby(['Swift Otter', 'Zoé']), { hasReactions: false }), own),
  },
  'projector-lobby-reactions': { kind: 'projector', game: host(session(lobby())), reactions: busy() },
  'projector-reveal-reactions': { kind: 'projector', game: host(session(reveal(2))), reactions: busy() },
  'projector-podium-reactions': { kind: 'projector', game: host(session(podium())), reactions: busy() },
  'host-reveal-reactions': { kind: 'host', game: host(session(reveal(2))), reactions: busy() },
};
