import type { QuizDocument } from '$lib/contract';
import { browserStore, StoredValue, storedNames } from '$lib/game/storage';
import { documentText, type DraftQuiz } from './draft';
import { openTabs, thisTab } from './tab';

/** What this browser keeps of a quiz that is not stored yet. */
export interface KeptDraft {
  /** The id of the quiz, also of one that is yet to be created: so it is created once. */
  id: string;
  document: QuizDocument;
  /** The stored quiz that the work began from, or null for a new one. */
  base: QuizDocument | null;
}

/** As an earlier version of the page may have kept it. */
export type ReadDraft = Partial<KeptDraft> & Pick<KeptDraft, 'document'>;

export interface FoundDraft {
  name: string;
  draft: ReadDraft;
}

/** The tabs of this browser, as far as drafts need them. */
export interface Tabs {
  current: () => string;
  open: (tabs: readonly string[]) => Promise<ReadonlySet<string>>;
}

const browserTabs: Tabs = { current: thisTab, open: openTabs };

const recordOf = (name: string) =>
  new StoredValue<ReadDraft>(name, (value): value is ReadDraft =>
    Array.isArray((value as KeptDraft | null)?.document?.questions),
  );

/** The drafts of one quiz in this browser: each tab has its own, and can take over what closed tabs left behind. */
export class Drafts {
  #quiz: string;
  readonly #tabs: Tabs;

  /** @param quiz The quiz's id, or what stands for a new one. */
  constructor(quiz: string, tabs: Tabs = browserTabs) {
    this.#quiz = quiz;
    this.#tabs = tabs;
  }

  get #prefix(): string {
    return `arena.draft.${this.#quiz}`;
  }

  get #own(): string {
    return `${this.#prefix}.${this.#tabs.current()}`;
  }

  /** A new quiz has got its id: from here on its drafts are kept under it. */
  rename(quiz: string): void {
    this.clear();
    this.#quiz = quiz;
  }

  /**
   * Keeps a {@link KeptDraft}, with every key that is typed: what has not changed of a large quiz is not written out again.
   * Returns whether the browser took it.
   */
  keep(id: string, draft: DraftQuiz, base: DraftQuiz | null): boolean {
    const kept = base === null ? 'null' : documentText(base);
    return browserStore.write(
      this.#own,
      `{"id":${JSON.stringify(id)},"document":${documentText(draft)},"base":${kept}}`,
    );
  }

  clear(): void {
    recordOf(this.#own).clear();
  }

  /** This tab's own draft. */
  own(): ReadDraft | null {
    return recordOf(this.#own).get();
  }

  /** What closed tabs left behind. */
  async abandoned(): Promise<FoundDraft[]> {
    const others = storedNames(this.#prefix).filter(
      (name) => name !== this.#own && (name === this.#prefix || name.startsWith(`${this.#prefix}.`)),
    );
    const tabOf = (name: string) => name.slice(this.#prefix.length + 1);
    const open = await this.#tabs.open(others.map(tabOf));
    return others
      .filter((name) => !open.has(tabOf(name)))
      .flatMap((name) => {
        const draft = recordOf(name).get();
        return draft ? [{ name, draft }] : [];
      });
  }

  /** Forgets a draft that a closed tab left behind. */
  forget(name: string): void {
    recordOf(name).clear();
  }
}
