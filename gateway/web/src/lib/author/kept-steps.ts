import type { Question } from '$lib/contract';
import { tabStore } from '$lib/game/storage';
import { questionOf, questionText, withKeysOf, type DraftQuestion, type DraftQuiz } from './draft';
import { rebased, shortened, type History } from './history';
import { aligned, mergerOf } from './merge';
import { isSameQuiz } from './same';

// The steps of a quiz that can be undone outlive a reload: this tab keeps them when its page is left.

/** A session storage takes about five million characters; media and other quizzes of the tab want some, too. */
const maxLength = 1_500_000;

type Head = Pick<DraftQuiz, 'title' | 'description' | 'tags' | 'folder'>;

/** A state by its questions' places in the pool. Of those, what begins and ends like the state before is only counted. */
interface KeptState extends Head {
  same: [first: number, last: number];
  between: number[];
}

interface KeptSteps {
  /** Each version of a question once, with the key that its versions share. */
  pool: [key: number, question: Question][];
  states: KeptState[];
  /** Which of the states is the present one. */
  present: number;
}

const recordOf = (quiz: string) => `arena.steps.${quiz}`;

/** Keeps what can be undone and done again in a quiz, the latest steps if they are too many. */
export function keepSteps(quiz: string, history: History<DraftQuiz>): void {
  let kept = history;
  while (kept.past.length + kept.future.length > 0) {
    const text = stepsText(kept);
    if (text.length <= maxLength && tabStore.write(recordOf(quiz), text)) return;
    kept = shortened(kept);
  }
  forgetSteps(quiz);
}

export const forgetSteps = (quiz: string): void => tabStore.forget(recordOf(quiz));

/** What this tab kept of a quiz. */
export function readSteps(quiz: string): History<DraftQuiz> | null {
  const text = tabStore.read(recordOf(quiz));
  if (text === null) return null;
  try {
    return stepsOf(JSON.parse(text) as KeptSteps);
  } catch {
    // Kept by another version of the page.
    return null;
  }
}

/** The kept steps up to a quiz as it is now: later changes cannot be undone. */
export function continued(steps: History<DraftQuiz>, now: DraftQuiz): History<DraftQuiz> {
  const present = aligned(now, steps.present);
  if (isSameQuiz(present, steps.present)) return { ...steps, present };
  const merged = mergerOf(steps.present, present);
  return { ...rebased(steps, (state) => merged(state).draft), present };
}

export function stepsText(history: History<DraftQuiz>): string {
  const pool = new Map<DraftQuestion, number>();
  const placeOf = (question: DraftQuestion) => {
    const place = pool.get(question) ?? pool.size;
    pool.set(question, place);
    return place;
  };
  let before: readonly DraftQuestion[] = [];
  const states = [...history.past, history.present, ...history.future].map((draft): KeptState => {
    const { questions, ...head } = draft;
    const [first, last] = shared(before, questions);
    before = questions;
    return { ...head, same: [first, last], between: questions.slice(first, questions.length - last).map(placeOf) };
  });
  const entries = [...pool.keys()].map((question) => `[${question.key},${questionText(question)}]`);
  return `{"pool":[${entries.join()}],"states":${JSON.stringify(states)},"present":${history.past.length}}`;
}

export function stepsOf({ pool, states, present }: KeptSteps): History<DraftQuiz> | null {
  const first = new Map<number, DraftQuestion>();
  const questions = pool.map(([key, document]) => {
    const question = questionOf(document);
    const origin = first.get(key);
    if (!origin) first.set(key, question);
    return origin ? withKeysOf(question, origin) : question;
  });
  let before: readonly DraftQuestion[] = [];
  const drafts = states.map(({ same: [start, end], between, ...head }): DraftQuiz => {
    const middle = between.flatMap((place) => questions[place] ?? []);
    before = [...before.slice(0, start), ...middle, ...before.slice(before.length - end)];
    return { ...head, questions: before };
  });
  const draft = drafts[present];
  if (!draft) return null;
  return { past: drafts.slice(0, present), present: draft, future: drafts.slice(present + 1), group: '', atMs: 0 };
}

/** How many questions two lists have in common at their beginnings, and how many after those at their ends. */
function shared(one: readonly DraftQuestion[], other: readonly DraftQuestion[]): [first: number, last: number] {
  const most = Math.min(one.length, other.length);
  let first = 0;
  while (first < most && one[first] === other[first]) first++;
  let last = 0;
  while (last < most - first && one.at(-1 - last) === other.at(-1 - last)) last++;
  return [first, last];
}
