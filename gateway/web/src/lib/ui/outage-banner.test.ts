import { render } from 'svelte/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionView } from '$lib/contract';
import { attached } from '$lib/game/host-state';
import { welcomed } from '$lib/game/player-state';
import { asking, session, welcome } from '$lib/game/samples';
import HostScreen from '$lib/host/HostScreen.svelte';
import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { useLanguage } from '$lib/i18n/index.svelte';
import PlayerScreen from '$lib/player/PlayerScreen.svelte';

const clock = { now: () => 2_000 };
const status = 'online';
const nothing = () => undefined;

const playersSee = (view: SessionView) =>
  render(PlayerScreen, {
    props: {
      game: welcomed(null, welcome({ session: view })),
      status,
      clock,
      onanswer: nothing,
      onhint: async () => null,
      onpowerup: async () => null,
    },
  }).body;

const hostsSee = (view: SessionView) =>
  render(HostScreen, {
    props: {
      game: attached(null, {
        ...welcome({ session: view }),
        hostSequence: 1,
        host: { answered: 0, connected: 0, tally: null, changed: [], possible: [] },
      }),
      status,
      refusal: null,
      busy: false,
      clock,
      joinUrl: 'http://arena.test/j/K7P2XQ',
      remoteUrl: 'https://quiz.example.org/host/K7P2XQ/remote',
      oncommand: nothing,
      onofferseat: () => Promise.resolve(null),
    },
  }).body;

const going = session(asking(0));
const held = session(asking(0), { suspendedSinceMs: 1_500 });

describe('during a storage outage', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));

  it.each([
    ['en', 'One moment'],
    ['fr', 'Un instant'],
    ['de', 'Einen Moment'],
  ] as const)('shows the outage banner to players and hosts (%s)', async (language, title) => {
    await useLanguage(language);
    await loadConsoleTexts();
    expect(playersSee(held)).toContain(title);
    expect(hostsSee(held)).toContain(title);
  });

  it('does not show the banner for a host’s pause, nor after the game resumes', async () => {
    await useLanguage('en');
    await loadConsoleTexts();
    expect(playersSee(session(asking(0), { pausedAtMs: 1_500, suspendedSinceMs: 1_600 }))).not.toContain(
      'data-testid="paused"',
    );
    expect(playersSee(session(asking(0), { pausedAtMs: 1_500 }))).not.toContain('hold-on');
    expect(playersSee(going)).not.toContain('hold-on');
    expect(hostsSee(going)).not.toContain('hold-on');
  });

  it('disables the answers and stops the countdown', async () => {
    await useLanguage('en');
    await loadConsoleTexts();
    expect(playersSee(held)).toContain('paused');
    expect(playersSee(going)).not.toContain('paused');
  });
});
