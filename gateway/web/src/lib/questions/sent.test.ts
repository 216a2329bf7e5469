import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'svelte/server';
import { questionSamples, type QuestionSample } from '$lib/gallery/question-samples';
import { player, openAsking, clock } from '$lib/gallery/fixtures';
import { session } from '$lib/game/samples';
import { useLanguage } from '$lib/i18n/index.svelte';
import PlayerScreen from '$lib/player/PlayerScreen.svelte';
import { textsOf } from './answers';
import { playerViews } from './player';
import { questionTypes } from './types';

const pageOf = ({ prompt, task }: QuestionSample, chosen: QuestionSample['answer']) =>
  render(PlayerScreen, {
    props: {
      game: player(session(openAsking({ prompt, task })), { chosen }),
      status: 'online',
      clock,
      onanswer: () => undefined,
    },
  }).body;

describe('a player’s page', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: {}, querySelector: () => null });
    vi.stubGlobal('screen', { width: 360, height: 740 });
    vi.stubGlobal('devicePixelRatio', 2);
    await useLanguage('en');
    await Promise.all(questionTypes.map(playerViews));
  });

  it.each(Object.entries<QuestionSample>(questionSamples).filter(([, { answer }]) => answer !== null))(
    'shows the answer of the sample %s after a refresh',
    (_, sample) => {
      const before = pageOf(sample, null);
      const after = pageOf(sample, sample.answer);
      expect(before).not.toContain('Locked in');
      expect(after).toContain('Locked in');
      expect(after).not.toContain('data-testid="send-answer"');
      for (const text of textsOf(sample.answer)) expect(after).toContain(text);
    },
  );
});
