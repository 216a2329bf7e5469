import { draftOf, type DraftQuiz } from './draft';
import type { Drafts, FoundDraft } from './drafts';
import { isSameQuiz } from './same';

/** The drafts of one quiz that closed tabs left behind, one after the other. */
export class DraftOffers {
  #found = $state.raw<readonly FoundDraft[]>([]);

  get first(): FoundDraft | null {
    return this.#found[0] ?? null;
  }

  /** Looks for them. What the server has of them after all is forgotten. */
  async find(drafts: Drafts, stored: DraftQuiz | null): Promise<void> {
    const found = await drafts.abandoned();
    const isStored = ({ draft }: FoundDraft) => stored !== null && isSameQuiz(draftOf(draft.document), stored);
    for (const { name } of found.filter(isStored)) drafts.forget(name);
    this.#found = found.filter((each) => !isStored(each));
  }

  /** Forgets the first one. */
  discard(drafts: Drafts): void {
    const [first, ...others] = this.#found;
    if (first) drafts.forget(first.name);
    this.#found = others;
  }

  /** Offers them no more here; they stay in this browser. */
  withdraw(): void {
    this.#found = [];
  }
}
