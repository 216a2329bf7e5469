import { beforeAll, describe, expect, it, vi } from 'vitest';
import { render } from 'svelte/server';
import type { QuestionType, SessionView, Tally } from '$lib/contract';
import { questionSamples, type QuestionSample } from '$lib/gallery/question-samples';
import { clock, host, openAsking, player } from '$lib/gallery/fixtures';
import { result, reveal, session } from '$lib/game/samples';
import { outcomeOf } from '$lib/game/verdict';
import ProjectorScreen from '$lib/host/ProjectorScreen.svelte';
import RemoteScreen from '$lib/host/RemoteScreen.svelte';
import { consoleText, loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { t, useLanguage } from '$lib/i18n/index.svelte';
import PlayerScreen from '$lib/player/PlayerScreen.svelte';
import { textsOf } from './answers';
import { hostViews } from './host';
import { playerViews } from './player';
import { factsOf, questionTypes } from './types';

const status = 'online';
const nothing = () => undefined;
const joinUrl = 'http://arena.test/j/K7P2XQ';

const asked = ({ prompt, task }: QuestionSample) => session(openAsking({ prompt, task }));
const over = ({ prompt, task, key, tally }: QuestionSample) => session(reveal(2, { prompt, task, key, tally }));

const phoneOf = (view: SessionView, own: Parameters<typeof player>[1]) =>
  render(PlayerScreen, {
    props: {
      game: player(view, own),
      status,
      clock,
      onanswer: nothing,
      onhint: async () => null,
      onpowerup: async () => null,
    },
  }).body;

const wallOf = (view: SessionView, { tally, live = tally }: QuestionSample) =>
  render(ProjectorScreen, { props: { game: host(view, 20, 14, live), status, clock, joinUrl } }).body;

const remoteOf = (view: SessionView, tally: Tally | null) =>
  render(RemoteScreen, {
    props: {
      game: host(view, 20, 14, tally),
      status,
      refusal: null,
      busy: false,
      clock,
      joinUrl,
      remoteUrl: 'http://arena.test/host/K7P2XQ/remote',
      oncommand: nothing,
      onofferseat: () => Promise.resolve(null),
    },
  }).body;

/** What holds the answers after the reveal, for the room and for the host alone. */
const holders: Readonly<Record<QuestionType, { wall: string | null; remote: string | null }>> = {
  singleChoice: { wall: 'options', remote: 'histogram' },
  trueFalse: { wall: 'options', remote: 'histogram' },
  multipleChoice: { wall: 'options', remote: 'histogram' },
  poll: { wall: 'options', remote: 'histogram' },
  typedAnswer: { wall: 'texts', remote: 'texts' },
  number: { wall: 'numbers', remote: 'numbers' },
  slider: { wall: 'numbers', remote: 'numbers' },
  order: { wall: 'right-order', remote: 'right-order' },
  match: { wall: 'right-pairs', remote: 'right-pairs' },
  pin: { wall: 'spot', remote: 'spot' },
  rating: { wall: 'ratings', remote: 'ratings' },
  wordCloud: { wall: 'cloud', remote: 'texts' },
  openText: { wall: null, remote: 'texts' },
  slide: { wall: 'slide', remote: null },
};
const holder = (testid: string) => `data-testid="${testid}"`;

const samples = Object.entries<QuestionSample>(questionSamples);

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {}, querySelector: () => null });
  vi.stubGlobal('screen', { width: 360, height: 740 });
  vi.stubGlobal('devicePixelRatio', 2);
  await useLanguage('en');
  await loadConsoleTexts();
  await Promise.all(questionTypes.flatMap((type) => [playerViews(type), hostViews(type)]));
});

describe('a player’s page', () => {
  it.each(samples.filter(([, { answer }]) => answer !== null))(
    'shows the answer of the sample %s after a refresh',
    (_, sample) => {
      const before = phoneOf(asked(sample), { chosen: null });
      const after = phoneOf(asked(sample), { chosen: sample.answer });
      expect(before).not.toContain('Locked in');
      expect(after).toContain('Locked in');
      expect(after).not.toContain('data-testid="send-answer"');
      for (const text of textsOf(sample.answer)) expect(after).toContain(text);
    },
  );

  it.each(samples)('announces the question of the sample %s and its result to screen readers', (_, sample) => {
    const { prompt, task, answer, verdict } = sample;
    const own = result(2, { answer, verdict });
    const outcome = factsOf[task.type].isAnswered ? t().result[outcomeOf(own)] : prompt;
    expect(phoneOf(asked(sample), {})).toContain(`${holder('announcement')}>${prompt}<`);
    expect(phoneOf(over(sample), { result: own })).toContain(`${holder('announcement')}>${outcome}`);
  });
});

describe('the projector', () => {
  it.each(samples)('shows the question of the sample %s, and what the room may see of its answers', (_, sample) => {
    const { prompt, task, key, live } = sample;
    const { wall } = holders[task.type];
    const revealed = wallOf(over(sample), sample);
    expect(wallOf(asked(sample), sample)).toContain(prompt);
    expect(revealed).toContain(`${holder('host-reveal')} data-type="${task.type}"`);
    if (wall !== null) expect(revealed).toContain(holder(wall));
    if (wall === null && live?.kind === 'texts')
      for (const { text } of live.lines) expect(revealed).not.toContain(text);
    if (key !== null) expect(wallOf(over({ ...sample, key: null }), sample)).not.toBe(revealed);
  });
});

describe('the remote', () => {
  it.each(samples)('shows the question of the sample %s, and its answers as hosts see them', (_, sample) => {
    const { prompt, task, tally, live = tally } = sample;
    const { remote } = holders[task.type];
    const open = remoteOf(asked(sample), live);
    expect(open).toContain(prompt);
    if (factsOf[task.type].isAnswered) expect(open).toContain(consoleText().answered(14, 17));
    if (live !== null && remote !== null) {
      expect(open).toContain(holder(remote));
      expect(remoteOf(asked(sample), null)).not.toBe(open);
    }
    expect(remoteOf(over(sample), live ?? tally)).toContain(remote === null ? prompt : holder(remote));
  });
});
