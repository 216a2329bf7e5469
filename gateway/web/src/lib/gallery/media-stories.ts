import type { AskingView, MediumView, Question, TaskView } from '$lib/contract';
import { result, reveal, session } from '$lib/game/samples';
import * as fixture from './fixtures';
import * as media from './media';
import type { Story } from './stories';

const { host, player, openAsking, wordy, writtenQuiz, fixtureQuestions } = fixture;
const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60 };

const pictured: TaskView = {
  type: 'singleChoice',
  options: ['A', 'The Lake of a Thousand Isles', 'C', 'D'],
  pictures: [media.wide, media.tall, media.square, media.panorama].map((picture, option) => ({ option, picture })),
};
const some: TaskView = { ...pictured, pictures: pictured.pictures.slice(0, 2) };
const asked = (changes: Partial<AskingView>) => session(openAsking(changes));
const over = (medium: MediumView | null, task?: TaskView) =>
  session(
    reveal(2, { medium, credits: media.credits, ...(task && { task }), explanation: 'It is the largest of them.' }),
  );

const shown: Record<string, MediumView> = {
  picture: media.wide,
  'picture-tall': media.tall,
  'picture-panorama': media.panorama,
  audio: media.sound,
  video: media.film,
};

const ofMedium = ([name, medium]: [string, MediumView]): [string, Story][] => [
  [`player-${name}`, { kind: 'player', game: player(asked({ medium }), own) }],
  [`screen-${name}`, { kind: 'projector', game: host(asked({ medium })) }],
  [`screen-${name}-reveal`, { kind: 'projector', game: host(over(medium)) }],
];

const stored = ({ name, kind, alt, width, height, seconds }: MediumView, credit?: string) => ({
  name,
  kind,
  ...(alt !== null && { alt }),
  ...(width !== null && { width }),
  ...(height !== null && { height }),
  ...(seconds !== null && { seconds }),
  ...(credit !== undefined && { credit }),
});

const written = (question: Partial<Extract<Question, { type: 'singleChoice' }>>): Story => ({
  kind: 'editor',
  quiz: writtenQuiz({ questions: [{ ...fixtureQuestions[0], ...question } as Question, ...fixtureQuestions] }),
  save: { kind: 'saved' },
});

export const mediaStories: Record<string, Story> = {
  ...Object.fromEntries(Object.entries(shown).flatMap(ofMedium)),
  'player-picture-wordy': { kind: 'player', game: player(asked({ ...wordy, medium: media.wide }), own) },
  'screen-picture-wordy': { kind: 'projector', game: host(asked({ ...wordy, medium: media.wide })) },
  'screen-picture-eight': { kind: 'projector', game: host(asked({ ...fixture.options(8), medium: media.tall })) },
  'host-picture': { kind: 'host', game: host(asked({ medium: media.wide })) },
  'remote-picture': { kind: 'remote', game: host(asked({ medium: media.tall })) },
  'player-option-pictures': { kind: 'player', game: player(asked({ task: pictured }), own) },
  'player-some-option-pictures': { kind: 'player', game: player(asked({ task: some, medium: media.wide }), own) },
  'screen-option-pictures': { kind: 'projector', game: host(asked({ task: pictured })) },
  'screen-option-pictures-reveal': { kind: 'projector', game: host(over(null, pictured)) },
  'player-picture-result': { kind: 'player', game: player(over(media.wide), { ...own, result: result(2) }) },
  'player-lobby-media': {
    kind: 'player',
    game: player(session({ kind: 'lobby', newest: [], faces: [] }, { nextMedia: media.next })),
  },
  'editor-picture': written({
    media: stored(media.wide, media.credits[0]),
    options: [media.tall, media.square].map((picture, index) => ({
      label: index === 0 ? 'Matterhorn' : 'Mont Blanc',
      correct: index === 0,
      picture: stored(picture),
    })),
  }),
  'editor-audio': written({ media: stored(media.sound) }),
  'editor-medium-unsound': {
    ...written({ media: { ...stored(media.wide), alt: 'x'.repeat(260) } }),
    save: { kind: 'unsound', kept: true },
  } as Story,
};
