import { copyOf, withKeysOf, type DraftQuestion, type DraftQuiz } from './draft';
import { mergedTags } from './tags';
import { normalised } from './text';
import { contentOf, isSameQuestion } from './same';

// Two authors, or two tabs, change one quiz: what either of them changed since the version that both began from is kept.

/** A question that was changed on both sides: the keys of one's own version, and of the other one below it. */
export interface Conflict {
  own: number;
  other: number;
}

/** Which of two versions. */
export type Side = 'own' | 'other';

/** Parts that were changed on both sides, so that both versions are kept until their author chooses. */
export interface MergeNote {
  questions: readonly Conflict[];
  /** The other title, where one's own is kept. */
  title?: string;
  /** The other description, where one's own is kept. */
  description?: string;
}

export interface Merge {
  draft: DraftQuiz;
  note: MergeNote;
}

export const emptyQuiz: DraftQuiz = { title: '', description: '', tags: [], folder: '', questions: [] };

/**
 * The stored quiz with the keys of the questions that its own stem from: those with the same content, else the same text, else the same
 * place after the same question. A wrong guess loses nothing: two questions that both changed are both kept.
 */
export function aligned(stored: DraftQuiz, ...known: readonly DraftQuiz[]): DraftQuiz {
  const questions: (DraftQuestion | undefined)[] = stored.questions.map(() => undefined);
  const taken = new Set<number>();
  const take = (index: number, origin: DraftQuestion) => {
    const question = stored.questions[index];
    if (!question) return;
    taken.add(origin.key);
    questions[index] = isSameQuestion(question, origin) ? origin : withKeysOf(question, origin);
  };
  const takeBy = (name: (question: DraftQuestion) => string, origins: readonly DraftQuestion[]) => {
    const named = new Map<string, DraftQuestion[]>();
    for (const origin of origins) if (!taken.has(origin.key)) listIn(named, name(origin)).push(origin);
    stored.questions.forEach((question, index) => {
      const origin = questions[index] ? undefined : named.get(name(question))?.shift();
      if (origin) take(index, origin);
    });
  };

  for (const { questions: origins } of known) takeBy(contentOf, origins);
  const [base] = known;
  if (base) {
    takeBy((question) => normalised(question.prompt, true), base.questions);
    const places = new Map(base.questions.map((question, place) => [question.key, place]));
    stored.questions.forEach((_, index) => {
      if (questions[index]) return;
      const before = index === 0 ? -1 : places.get(questions[index - 1]?.key ?? 0);
      const origin = before === undefined ? undefined : base.questions[before + 1];
      if (origin && !taken.has(origin.key)) take(index, origin);
    });
  }
  return { ...stored, questions: stored.questions.map((question, index) => questions[index] ?? question) };
}

/** Merges drafts that began from `base` with the stored version. Question by question: a change on one side wins, two changes stay both. */
export function mergerOf(base: DraftQuiz, stored: DraftQuiz): (own: DraftQuiz) => Merge {
  const theirs = byKey(stored);
  const before = byKey(base);
  // One copy of each, so that all steps of a history agree on it.
  const copies = new Map([...theirs].map(([key, question]) => [key, copyOf(question)]));

  function versions(own: DraftQuestion | undefined, key: number): readonly (DraftQuestion | undefined)[] {
    const origin = before.get(key);
    const other = theirs.get(key);
    const isUnchanged = (question: DraftQuestion) => origin !== undefined && isSameQuestion(question, origin);
    if (!own || !other) {
      const left = own ?? other;
      // Deleted on one side: gone, unless the other side changed it or it is new.
      return left && isUnchanged(left) ? [] : [left];
    }
    if (isSameQuestion(own, other) || isUnchanged(other)) return [own];
    return isUnchanged(own) ? [other] : [own, copies.get(key)];
  }

  return (own) => {
    const mine = byKey(own);
    const questions: DraftQuestion[] = [];
    const conflicts: Conflict[] = [];
    for (const key of woven(base, own, stored)) {
      const kept = versions(mine.get(key), key).filter((question) => question !== undefined);
      const [first, other] = kept;
      if (first && other) conflicts.push({ own: first.key, other: other.key });
      questions.push(...kept);
    }
    const title = textOf(base.title, own.title, stored.title);
    const description = textOf(base.description, own.description, stored.description);
    return {
      draft: {
        title: title.text,
        description: description.text,
        tags: mergedTags(base.tags, own.tags, stored.tags),
        folder: textOf(base.folder, own.folder, stored.folder).text,
        questions,
      },
      note: {
        questions: conflicts,
        ...(title.other !== undefined && { title: title.other }),
        ...(description.other !== undefined && { description: description.other }),
      },
    };
  };
}

export const noNote: MergeNote = { questions: [] };

/** A note with what a later merge found. */
export const noted = (note: MergeNote, later: MergeNote): MergeNote => ({
  ...note,
  ...later,
  questions: [...note.questions, ...later.questions],
});

/** What of a note is still to be chosen: both versions of a question are there. */
export function openIn(note: MergeNote, draft: DraftQuiz): MergeNote | null {
  if (note === noNote) return null;
  const there = new Set(keysOf(draft));
  const questions = note.questions.filter(({ own, other }) => there.has(own) && there.has(other));
  const isEmpty = questions.length === 0 && note.title === undefined && note.description === undefined;
  return isEmpty ? null : { ...note, questions };
}

/** The quiz with one version of a question: one's own, or the other in its place. */
export function chosen(draft: DraftQuiz, { own, other }: Conflict, side: Side): DraftQuiz {
  const version = draft.questions.find((question) => question.key === (side === 'own' ? own : other));
  const questions = draft.questions
    .filter((question) => question.key !== other)
    .map((question) => (question.key === own && version ? withKeysOf(version, question) : question));
  return { ...draft, questions };
}

/** The questions that one version of a quiz has in another form than the version before, or new. */
export function changedKeys(before: DraftQuiz, after: DraftQuiz): number[] {
  const known = byKey(before);
  return keysOf(after).filter((key, place) => {
    const [question, origin] = [after.questions[place], known.get(key)];
    return question !== undefined && (origin === undefined || !isSameQuestion(question, origin));
  });
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const byKey = (draft: DraftQuiz) => new Map(draft.questions.map((question) => [question.key, question]));
const keysOf = (draft: DraftQuiz) => draft.questions.map((question) => question.key);

function textOf(base: string, own: string, stored: string): { text: string; other?: string } {
  const same = (one: string, other: string) => normalised(one, true) === normalised(other, true);
  if (same(own, stored) || same(stored, base)) return { text: own };
  return same(own, base) ? { text: stored } : { text: own, other: stored };
}

/** The order of all questions: one's own where one has moved some, else that of the stored quiz. What only the other side has follows its predecessor. */
function woven(base: DraftQuiz, own: DraftQuiz, stored: DraftQuiz): readonly number[] {
  const [origin, mine, theirs] = [keysOf(base), keysOf(own), keysOf(stored)];
  const known = new Set(origin);
  const present = new Set(mine);
  const ordered = origin.filter((key) => present.has(key));
  const hasMoved = mine.filter((key) => known.has(key)).some((key, index) => key !== ordered[index]);
  const [lead, rest] = hasMoved ? [mine, theirs] : [theirs, mine];
  const inLead = new Set(lead);
  // What follows each question, or the beginning, without being in the leading order.
  const after = new Map<number | undefined, number[]>();
  let anchor: number | undefined;
  for (const key of rest) {
    if (inLead.has(key)) anchor = key;
    else listIn(after, anchor).push(key);
  }
  return [...(after.get(undefined) ?? []), ...lead.flatMap((key) => [key, ...(after.get(key) ?? [])])];
}
