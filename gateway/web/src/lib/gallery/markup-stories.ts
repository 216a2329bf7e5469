import type { TaskView } from '$lib/contract';
import { result, reveal, session } from '$lib/game/samples';
import * as fixture from './fixtures';
import type { Story } from './stories';

const { host, player, openAsking, writtenQuiz, fixtureQuestions } = fixture;
const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60 };

const prompt = 'What is the **slope** of $f(x) = \\frac{1}{x}$ at $x = 2$?\nIn code: `f = lambda x: 1 / x`';
const options = ['$-\\frac{1}{4}$', '$\\sqrt{2} \\in \\mathbb{R}$', '*none* of these', '$5 and $10'];
const explanation =
  "The power rule gives $$f'(x) = -x^{-2} = -\\frac{1}{x^2}$$ so that $f'(2) = -\\frac{1}{4}$. A broken one: $\\frac{$.";
const long = `Add up: $$${Array.from({ length: 12 }, (_, index) => `x_{${index}}^2`).join(' + ')}$$`;

const task: TaskView = { type: 'singleChoice', options, pictures: [] };
const asked = session(openAsking({ prompt, task }));
const over = session(reveal(2, { prompt, task, explanation }));
const document = {
  type: 'singleChoice' as const,
  prompt,
  options: options.map((label, index) => ({ label, correct: index === 0 })),
  shuffle: false,
  timeLimitMs: 20_000,
  points: 1000,
  explanation,
};

/** Texts with emphasis, code and formulas. */
export const markupStories: Record<string, Story> = {
  'player-markup': { kind: 'player', game: player(asked, own) },
  'player-markup-wide': { kind: 'player', game: player(session(openAsking({ prompt: long })), own) },
  'player-markup-result': {
    kind: 'player',
    game: player(over, {
      ...own,
      result: result(2, { answer: { kind: 'choice', option: 1 }, verdict: 'wrong', points: 0 }),
    }),
  },
  'screen-markup': { kind: 'projector', game: host(asked) },
  'screen-markup-reveal': { kind: 'projector', game: host(over) },
  'remote-markup': { kind: 'remote', game: host(asked) },
  'editor-markup': {
    kind: 'editor',
    quiz: writtenQuiz({ questions: [document, ...fixtureQuestions] }),
    save: { kind: 'saved' },
  },
};
