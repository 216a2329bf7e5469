import type { DraftQuiz } from './draft';
import { noNote, noted, openIn, type Conflict, type MergeNote } from './merge';

/** What merges of one quiz found, until its author has looked at it and chosen. */
export class MergeNotes {
  /** The questions that were changed or added elsewhere while the page was open, and have not been looked at since. */
  news = $state.raw<readonly number[]>([]);
  #note = $state.raw(noNote);

  /** The choices that are open in a quiz. */
  openIn(draft: DraftQuiz): MergeNote | null {
    return openIn(this.#note, draft);
  }

  /** Takes down what a merge found changed on both sides. */
  add(note: MergeNote, draft: DraftQuiz): void {
    this.#note = noted(openIn(this.#note, draft) ?? noNote, note);
  }

  tell(keys: readonly number[]): void {
    this.news = [...this.news.filter((key) => !keys.includes(key)), ...keys];
  }

  look(key: number): void {
    if (this.news.includes(key)) this.news = this.news.filter((each) => each !== key);
  }

  /** Both versions of a question stay. */
  keepBoth(conflict: Conflict): void {
    const questions = this.#note.questions.filter(({ other }) => other !== conflict.other);
    this.#note = { ...this.#note, questions };
  }

  /** Closes the choice of a text, and gives the other one. */
  close(field: 'title' | 'description'): string | undefined {
    const { [field]: other, ...rest } = this.#note;
    this.#note = rest;
    return other;
  }
}
