import { result, reveal, session } from '$lib/game/samples';
import * as fixture from './fixtures';
import { questionSamples, type QuestionSample } from './question-samples';
import type { Story } from './stories';

const { host, player, openAsking, nowMs } = fixture;
const own = { nickname: 'Swift Otter', score: 1_840, rank: 12, previousRank: 15, toNext: 60 };

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const askedOf = ({ prompt, task }: QuestionSample) => ({ prompt, task });
const shownOf = ({ prompt, task, key, tally }: QuestionSample) => ({ prompt, task, key, tally });

/** Every screen of one type of question. */
function storiesOf(name: string, sample: QuestionSample): [string, Story][] {
  const { prompt, task, answer, tally, live = tally, verdict, document } = sample;
  const untimed = task.type === 'slide';
  const asked = session(openAsking({ prompt, task, untimed, points: document.points }));
  const over = session(reveal(2, shownOf(sample)));
  const points = { correct: 912, partial: 430, wrong: 0, unscored: 0 }[verdict];
  const ended = player(over, { ...own, result: result(2, { answer, verdict, points }) });
  const quiz = fixture.writtenQuiz({ questions: [document, ...fixture.fixtureQuestions] });
  const stories: [string, Story][] = [
    [`player-${name}`, { kind: 'player', game: player(asked, own) }],
    [`player-${name}-result`, { kind: 'player', game: ended }],
    [`screen-${name}`, { kind: 'projector', game: host(asked) }],
    [`screen-${name}-reveal`, { kind: 'projector', game: host(over, 20, 14, live) }],
    [`remote-${name}`, { kind: 'remote', game: host(asked, 20, 14, live) }],
    [`remote-${name}-reveal`, { kind: 'remote', game: host(over, 20, 14, live ?? tally) }],
    [`editor-${name}`, { kind: 'editor', quiz, save: { kind: 'saved' } }],
  ];
  if (answer) {
    stories.push([`player-${name}-locked`, { kind: 'player', game: player(asked, { ...own, chosen: answer }) }]);
    const late = session(openAsking({ prompt, task, closesAtMs: nowMs - 100 }));
    stories.push([`player-${name}-late`, { kind: 'player', game: player(late, own) }]);
  }
  if (sample.unsound)
    stories.push([
      `editor-${name}-unsound`,
      {
        kind: 'editor',
        quiz: fixture.writtenQuiz({ questions: [sample.unsound, ...fixture.fixtureQuestions] }),
        save: { kind: 'unsound', kept: true },
      },
    ]);
  return stories;
}

const { openText, singleChoice, typedAnswer } = questionSamples;

const hint = 'It is the one with the widest rings, and it would float on water if there were a bathtub that large.';
const hinted = session(openAsking({ ...askedOf(singleChoice), hintCostPercent: 25 }));
const weighted = {
  ...singleChoice.document,
  options: [
    { label: 'Jupiter', correct: false, weight: 0.5 },
    { label: 'Saturn', correct: true },
    { label: 'Uranus', correct: false, weight: -0.25 },
    { label: 'Neptune', correct: false },
  ],
  hint: { text: hint, costPercent: 50 },
};

export const questionStories: Record<string, Story> = {
  ...Object.fromEntries(
    Object.entries<QuestionSample>(questionSamples).flatMap(([name, sample]) => storiesOf(kebab(name), sample)),
  ),
  'host-open-text-reveal': {
    kind: 'host',
    game: host(session(reveal(2, shownOf(openText))), 20, 14, openText.live),
  },
  'host-typed-answer-reveal': {
    kind: 'host',
    game: host(session(reveal(2, shownOf(typedAnswer))), 20, 14, typedAnswer.live),
  },
  'host-poll': { kind: 'host', game: host(session(openAsking(askedOf(questionSamples.poll)))) },
  'host-slide': { kind: 'host', game: host(session(openAsking({ ...askedOf(questionSamples.slide), untimed: true }))) },
  'player-hint': { kind: 'player', game: player(hinted, own) },
  'player-hint-free': {
    kind: 'player',
    game: player(session(openAsking({ ...askedOf(typedAnswer), points: 0, hintCostPercent: 0 })), own),
  },
  'player-hint-used': { kind: 'player', game: player(hinted, { ...own, hint }) },
  'player-hint-result': {
    kind: 'player',
    game: player(session(reveal(2, shownOf(singleChoice))), {
      ...own,
      result: result(2, { answer: { kind: 'choice', option: 1 }, points: 705, usedHint: true }),
    }),
  },
  'editor-weights': {
    kind: 'editor',
    quiz: fixture.writtenQuiz({ questions: [weighted, ...fixture.fixtureQuestions] }),
    save: { kind: 'saved' },
  },
  'editor-weights-unsound': {
    kind: 'editor',
    quiz: fixture.writtenQuiz({
      questions: [
        { ...weighted, options: weighted.options.map((option) => ({ ...option, weight: 1.5 })) },
        ...fixture.fixtureQuestions,
      ],
    }),
    save: { kind: 'unsound', kept: true },
  },
  'player-order-refused': {
    kind: 'player',
    game: player(session(openAsking(askedOf(questionSamples.order))), own, {
      pending: {
        round: 2,
        answer: questionSamples.order.answer,
        operationId: 'x',
        chosenAfterMs: 2_000,
        status: 'refused',
        refusal: fixture.refusal('invalidAnswer'),
      },
    }),
  },
};
