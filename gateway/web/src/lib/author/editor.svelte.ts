import type { QuizDocument, ProblemCode } from '$lib/contract';
import { codeOf } from '$lib/net/http';
import { operationId } from '$lib/net/operation';
import { blankQuiz, documentOf, draftOf, type DraftQuiz } from './draft';
import { DraftOffers } from './draft-offers.svelte';
import { Drafts, type FoundDraft, type ReadDraft, type Tabs } from './drafts';
import { faultsOf, type DraftFault } from './faults';
import { changed, historyOf, rebased, redone, undone, type History } from './history';
import { continued, forgetSteps, keepSteps, readSteps } from './kept-steps';
import { aligned, changedKeys, chosen, emptyQuiz, mergerOf, type Conflict, type Side } from './merge';
import { MergeNotes } from './merge-notes.svelte';
import { isSameQuiz } from './same';
import type { SaveState } from './save-state';
import { passing, server, unknownOutcomes, type QuizShelf } from './shelf';

export type EditorStage =
  { kind: 'loading' } | { kind: 'editing' } | { kind: 'missing' } | { kind: 'failed'; code: ProblemCode };

const newQuiz = 'new';
const pauseMs = 900;
const retryMs = 5_000;
/** How long after the last key nothing is taken in. */
const calmMs = 2_000;
/**
 * One quiz being written. Every change is a step that can be undone, is kept in this browser at once, and is stored as soon as the quiz is
 * sound and the author pauses. When the stored quiz was changed elsewhere, both sides' changes are merged.
 */
export class QuizEditor {
  stage = $state.raw<EditorStage>({ kind: 'loading' });
  /** What merges found changed on both sides, and the author has not chosen of yet. */
  readonly note = $derived.by(() => this.#notes.openIn(this.#history.present));
  /** A draft of this quiz that a closed tab left behind. */
  readonly offer = $derived.by(() => this.#offer());
  readonly draft = $derived.by(() => this.#history.present);
  readonly faults: DraftFault[] = $derived.by(() => faultsOf(this.#history.present));
  readonly canUndo = $derived.by(() => this.#history.past.length > 0);
  readonly canRedo = $derived.by(() => this.#history.future.length > 0);
  readonly save: SaveState = $derived.by(() => this.#saveState());

  #history = $state.raw<History<DraftQuiz>>(historyOf(blankQuiz()));
  /** The id of the stored quiz, or what stands for a new one. */
  #id = $state('');
  /** What the server has, by its last acknowledgement. */
  #acknowledged = $state.raw<DraftQuiz | null>(null);
  /** Versions sent since then without a known outcome: the server may have any of them. */
  #unconfirmed = $state.raw<readonly DraftQuiz[]>([]);
  #trouble = $state.raw<ProblemCode | null>(null);
  #sending = $state.raw<Promise<void> | null>(null);
  #isKept = $state(true);
  #quizId: string;
  #version = '*';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  readonly #notes = new MergeNotes();
  readonly #offers = new DraftOffers();
  readonly #drafts: Drafts;
  readonly #shelf: QuizShelf;
  readonly #oncreated: (id: string) => Promise<void>;

  /** @param oncreated Gives the page the new quiz's address; until it has it, a reload continues with what this browser keeps of a new one. */
  constructor(id: string, oncreated: (id: string) => Promise<void>, shelf: QuizShelf = server, tabs?: Tabs) {
    this.#id = id;
    this.#quizId = id === newQuiz ? operationId() : id;
    this.#oncreated = oncreated;
    this.#shelf = shelf;
    this.#drafts = new Drafts(id, tabs);
  }

  /** The stored quiz's id, or null before the first time. */
  get id(): string | null {
    return this.#id === newQuiz ? null : this.#id;
  }

  /** What the quiz is called in the page's address. */
  get address(): string {
    return this.#id;
  }

  async open(): Promise<void> {
    this.stage = { kind: 'loading' };
    try {
      const steps = readSteps(this.#id);
      if (this.id !== null) {
        const { document, version } = await this.#shelf.read(this.#quizId);
        const stored = draftOf(document);
        await this.#acknowledge(steps ? aligned(stored, steps.present) : stored, version);
        this.#history = historyOf(this.#acknowledged ?? emptyQuiz);
      }
      const own = this.#drafts.own();
      if (own) this.#takeUp(own);
      if (steps && (this.id !== null || own)) this.#history = continued(steps, this.#history.present);
      await this.#offers.find(this.#drafts, this.#acknowledged);
      this.stage = { kind: 'editing' };
      this.#schedule();
    } catch (error) {
      const code = codeOf(error);
      this.stage = code === 'unknownQuiz' ? { kind: 'missing' } : { kind: 'failed', code };
    }
  }

  /** The page may be gone in a moment, or be shown again: what the server and this tab are to have, they get now. */
  leave(): void {
    this.hurry();
    if (this.stage.kind === 'editing') keepSteps(this.#id, this.#history);
  }

  /** Stops the timers. Unstored changes stay in this browser. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  /** A step. Steps of one group that follow each other closely are one. */
  change(next: DraftQuiz, group = ''): void {
    this.#went(changed(this.#history, next, group, Date.now()));
  }

  undo(): void {
    this.#went(undone(this.#history));
  }

  redo(): void {
    this.#went(redone(this.#history));
  }

  /** Stores now what waits to be stored. */
  hurry(): void {
    if (this.save.kind === 'waiting' || this.save.kind === 'offline') void this.#store();
  }

  /** Stores unstored changes. Gives whether the server then has all of them. */
  async settled(): Promise<boolean> {
    for (;;) {
      await this.#store();
      if (this.#isStored()) return true;
      if (this.faults.length > 0 || this.#trouble !== null) return false;
    }
  }

  #saveState(): SaveState {
    const kept = this.#isKept;
    if (this.#sending && this.#trouble === null) return { kind: 'saving' };
    if (this.#isStored()) return { kind: 'saved' };
    if (this.faults.length > 0) return { kind: this.id === null ? 'unstored' : 'unsound', kept };
    if (this.#trouble === null) return { kind: 'waiting' };
    return passing.has(this.#trouble) ? { kind: 'offline', kept } : { kind: 'refused', code: this.#trouble };
  }

  #isStored(): boolean {
    const [stored, draft] = [this.#acknowledged, this.#history.present];
    return stored !== null && !this.#sending && this.#unconfirmed.length === 0 && isSameQuiz(draft, stored);
  }

  /** Continues with the draft that is offered: as a step that can be undone. */
  restore(): void {
    const found = this.offer;
    if (!found) return;
    this.#takeUp(found.draft);
    this.discard();
    // Each of the others would take the place of this new quiz.
    if (this.id === null) this.#offers.withdraw();
    this.#schedule();
  }

  /** Forgets the draft that is offered. */
  discard(): void {
    this.#offers.discard(this.#drafts);
  }

  /** A new quiz that is under way to the server keeps its content: what others there are is for the next new one. */
  #offer(): FoundDraft | null {
    const isTaken = this.id === null && (this.#sending !== null || this.#unconfirmed.length > 0);
    return isTaken ? null : this.#offers.first;
  }

  #takeUp(draft: ReadDraft): void {
    if (this.id === null) this.#takeUpNew(draft);
    else {
      const present = this.#history.present;
      const base = aligned(draft.base ? draftOf(draft.base) : emptyQuiz, present);
      const own = aligned(draftOf(draft.document), base, present);
      const { draft: next, note } = mergerOf(base, present)(own);
      if (!isSameQuiz(next, present)) {
        this.#history = changed(this.#history, next, '', Date.now());
        // The page may have been left while it was being sent.
        if (faultsOf(own).length === 0) this.#unconfirmed = [...this.#unconfirmed, own];
      }
      this.#notes.add(note, next);
    }
    this.#keep();
  }

  #takeUpNew({ document, base, id }: ReadDraft): void {
    const own = draftOf(document);
    this.#history = this.stage.kind === 'editing' ? changed(this.#history, own, '', Date.now()) : historyOf(own);
    if (id !== undefined) this.#quizId = id;
    // The page may have been left after it was stored and before it had its address.
    if (base) this.#unconfirmed = [aligned(draftOf(base), own)];
  }

  #went(history: History<DraftQuiz>): void {
    if (history === this.#history) return;
    this.#history = history;
    if (this.#trouble !== null && !passing.has(this.#trouble)) this.#trouble = null;
    this.#keep();
    this.#schedule();
  }

  /** In this browser, as long as the server does not have it. */
  #keep(): void {
    if (this.#isStored()) {
      this.#drafts.clear();
      this.#isKept = true;
      return;
    }
    this.#isKept = this.#drafts.keep(this.#quizId, this.#history.present, this.#acknowledged);
  }

  #schedule(ms = pauseMs): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.faults.length > 0 || this.#isStored()) return;
    this.#timer = setTimeout(() => void this.#store(), ms);
  }

  /** One at a time: the version of the next is in the reply of this one. */
  #store(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending) return this.#sending;
    if (this.faults.length > 0 || this.#isStored()) return Promise.resolve();
    const sending = this.#send(this.#history.present).finally(() => {
      this.#sending = null;
      this.#keep();
      this.#schedule(this.#trouble === null ? pauseMs : retryMs);
    });
    this.#sending = sending;
    return sending;
  }

  async #send(draft: DraftQuiz): Promise<void> {
    const document = documentOf(draft);
    const before = this.#unconfirmed;
    this.#unconfirmed = [...before, draft];
    try {
      const { version } =
        this.id === null
          ? await this.#shelf.create(this.#quizId, document)
          : await this.#shelf.replace(this.#quizId, document, this.#version);
      await this.#acknowledge(draft, version);
    } catch (error) {
      const code = codeOf(error);
      if (!unknownOutcomes.has(code)) this.#unconfirmed = before;
      if (code === 'notNow') await this.#merge();
      else this.#trouble = code;
    }
  }

  /**
   * Takes in changes from elsewhere, if there are any. A quiz that is written in at this moment is left alone: its next pause stores it, and
   * takes in the rest then.
   */
  async refresh(): Promise<void> {
    const isBusy = () => this.#sending !== null || this.#isClosed || Date.now() - this.#history.atMs < calmMs;
    if (this.id === null || this.stage.kind !== 'editing' || isBusy()) return;
    const seen = this.#version;
    try {
      if ((await this.#shelf.version(this.#quizId)) === seen) return;
      const { document, version } = await this.#shelf.read(this.#quizId);
      // The version stored meanwhile is newer than the one read.
      if (isBusy() || this.#version !== seen) return;
      await this.#takeIn(document, version);
      this.#keep();
      this.#schedule();
    } catch (error) {
      // It asks again soon; a save that fails shows its own reason.
      codeOf(error);
    }
  }

  /** The questions that were changed elsewhere and have not been looked at since. */
  get news(): readonly number[] {
    return this.#notes.news;
  }

  /** The author has looked at a question. */
  look(key: number): void {
    this.#notes.look(key);
  }

  /** The author keeps one version of a question, as a step that can be undone, or both. */
  choose(conflict: Conflict, side: Side | 'both'): void {
    if (side === 'both') this.#notes.keepBoth(conflict);
    else this.change(chosen(this.draft, conflict, side));
  }

  /** The author keeps one version of a text. */
  chooseText(field: 'title' | 'description', side: Side): void {
    const other = this.#notes.close(field);
    if (side === 'other' && other !== undefined) this.change({ ...this.draft, [field]: other });
  }

  /** Takes in what the server has, after it refused to let it be overwritten unseen. */
  async #merge(): Promise<void> {
    try {
      const { document, version } = await this.#shelf.read(this.#quizId);
      await this.#takeIn(document, version);
    } catch (error) {
      const code = codeOf(error);
      // The id of a new quiz is another author's: another one.
      if (code === 'unknownQuiz' && this.id === null) this.#quizId = operationId();
      else this.#trouble = code;
    }
  }

  async #takeIn(document: QuizDocument, version: string): Promise<void> {
    const read = draftOf(document);
    const own = this.#unconfirmed.find((sent) => isSameQuiz(sent, read));
    if (own) return await this.#acknowledge(own, version);
    const base = this.#acknowledged ?? emptyQuiz;
    const before = this.#history.present;
    const stored = aligned(read, base, before);
    const merged = mergerOf(base, stored);
    this.#history = rebased(this.#history, (state) => merged(state).draft);
    this.#notes.add(merged(before).note, this.#history.present);
    this.#notes.tell(changedKeys(before, this.#history.present));
    await this.#acknowledge(stored, version);
  }

  async #acknowledge(draft: DraftQuiz, version: string): Promise<void> {
    this.#acknowledged = draft;
    this.#version = version;
    this.#unconfirmed = [];
    this.#trouble = null;
    if (this.id !== null) return;
    // What else was written as a new quiz is for the next one.
    this.#offers.withdraw();
    forgetSteps(this.#id);
    this.#id = this.#quizId;
    if (!this.#isClosed) await this.#oncreated(this.#quizId);
    this.#drafts.rename(this.#quizId);
  }
}
