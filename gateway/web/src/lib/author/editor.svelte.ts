import type { QuizDocument, Refusal } from '$lib/contract';
import { Kept } from '$lib/game/storage';
import { ApiError, createQuiz, readQuiz, replaceQuiz, type ReadQuiz, type StoredQuiz } from '$lib/net/api';
import { blankQuiz, documentOf, draftOf, type DraftQuiz } from './draft';
import { faultsOf, type DraftFault } from './faults';
import { changed, historyOf, redone, undone, type History } from './history';

/** How far what is on the screen has come. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** There are faults: kept in this browser until they are mended. */
  | { kind: 'unsound' }
  /** The server cannot be reached: kept in this browser, tried again. */
  | { kind: 'offline' }
  /** The quiz has changed elsewhere since it was read: the author says which of the two stays. */
  | { kind: 'conflict' }
  | { kind: 'refused'; code: Refusal };

export type EditorStage =
  { kind: 'loading' } | { kind: 'editing' } | { kind: 'missing' } | { kind: 'failed'; code: Refusal };

/** What this browser keeps of a quiz that is not stored yet: the work, and the version that it began from. */
interface KeptDraft {
  document: QuizDocument;
  version: string | null;
}

/** The server, as far as an editor needs it. */
export interface QuizShelf {
  read: (id: string) => Promise<ReadQuiz>;
  create: (document: QuizDocument) => Promise<StoredQuiz>;
  replace: (id: string, document: QuizDocument, version: string) => Promise<StoredQuiz>;
}

const server: QuizShelf = { read: readQuiz, create: createQuiz, replace: replaceQuiz };
const newQuiz = 'new';
const pauseMs = 900;
const retryMs = 5_000;
const passing: ReadonlySet<Refusal> = new Set(['unavailable', 'overloaded', 'outcomeUnknown', 'tooFast']);

const draftRecord = (id: string) =>
  new Kept<KeptDraft>(`arena.draft.${id}`, (value): value is KeptDraft =>
    Array.isArray((value as KeptDraft | null)?.document?.questions),
  );

/**
 * One quiz being written. Every change is a step that can be taken back, is kept in this browser at once, and is stored as soon as the
 * quiz is sound and the author pauses.
 */
export class QuizEditor {
  stage = $state.raw<EditorStage>({ kind: 'loading' });
  save = $state.raw<SaveState>({ kind: 'saved' });
  readonly draft = $derived.by(() => this.#history.present);
  readonly faults: DraftFault[] = $derived.by(() => faultsOf(this.#history.present));
  readonly canUndo = $derived.by(() => this.#history.past.length > 0);
  readonly canRedo = $derived.by(() => this.#history.future.length > 0);

  #history = $state.raw<History<DraftQuiz>>(historyOf(blankQuiz()));
  #id = $state('');
  #version: string | null = null;
  #stored: DraftQuiz | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #isClosed = false;
  readonly #shelf: QuizShelf;
  readonly #oncreated: (id: string) => void;

  constructor(id: string, oncreated: (id: string) => void, shelf: QuizShelf = server) {
    this.#id = id;
    this.#oncreated = oncreated;
    this.#shelf = shelf;
  }

  /** The stored quiz's id, or null before the first time. */
  get id(): string | null {
    return this.#id === newQuiz ? null : this.#id;
  }

  async open(): Promise<void> {
    this.stage = { kind: 'loading' };
    const kept = draftRecord(this.#id).get();
    if (this.#id === newQuiz) {
      if (kept) this.#begin(draftOf(kept.document), null);
      else this.#begin(blankQuiz(), null);
      this.stage = { kind: 'editing' };
      if (kept) this.#schedule();
      return;
    }
    try {
      const { document, version } = await this.#shelf.read(this.#id);
      const theirs = draftOf(document);
      this.#begin(theirs, version);
      this.#stored = theirs;
      this.stage = { kind: 'editing' };
      if (kept) this.#takeUp(kept, version);
    } catch (error) {
      const code = codeOf(error);
      this.stage = code === 'unknownQuiz' ? { kind: 'missing' } : { kind: 'failed', code };
    }
  }

  /** Stops the timers. What is not stored yet stays in this browser. */
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

  /** Tries again what was refused. */
  retry(): void {
    void this.#store();
  }

  /** Ends a conflict: what is on the screen replaces what is stored. */
  async keepMine(): Promise<void> {
    this.#version = '*';
    await this.#store();
  }

  /** Ends a conflict: what is stored comes to the screen, and what was there can be had back by undoing. */
  async takeTheirs(): Promise<void> {
    try {
      const { document, version } = await this.#shelf.read(this.#id);
      const theirs = draftOf(document);
      this.#history = changed(this.#history, theirs, '', Date.now());
      this.#stored = theirs;
      this.#version = version;
      draftRecord(this.#id).clear();
      this.save = { kind: 'saved' };
    } catch (error) {
      this.save = { kind: 'refused', code: codeOf(error) };
    }
  }

  #begin(draft: DraftQuiz, version: string | null): void {
    this.#history = historyOf(draft);
    this.#version = version;
    this.save = { kind: 'saved' };
  }

  /** Goes on with what this browser kept of an earlier visit. */
  #takeUp(kept: KeptDraft, version: string): void {
    this.#history = changed(this.#history, draftOf(kept.document), '', Date.now());
    if (kept.version === version) this.#schedule();
    else this.save = { kind: 'conflict' };
  }

  #went(history: History<DraftQuiz>): void {
    if (history === this.#history) return;
    this.#history = history;
    draftRecord(this.#id).set({ document: documentOf(history.present), version: this.#version });
    if (this.save.kind !== 'conflict') this.#schedule();
  }

  #schedule(ms = pauseMs): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    if (this.faults.length > 0) {
      this.save = { kind: 'unsound' };
      return;
    }
    if (!this.#isSaving && this.save.kind !== 'offline') this.save = { kind: 'waiting' };
    this.#timer = setTimeout(() => void this.#store(), ms);
  }

  async #store(): Promise<void> {
    clearTimeout(this.#timer);
    // One at a time: the version of the next is in the reply of this one.
    if (this.#isSaving || this.faults.length > 0) return;
    const draft = this.#history.present;
    const document = documentOf(draft);
    this.#isSaving = true;
    this.save = { kind: 'saving' };
    try {
      const { summary, version } =
        this.#id === newQuiz
          ? await this.#shelf.create(document)
          : await this.#shelf.replace(this.#id, document, this.#version ?? '*');
      this.#isSaving = false;
      this.#version = version;
      this.#stored = draft;
      draftRecord(this.#id).clear();
      if (this.#id === newQuiz) {
        this.#id = summary.id;
        if (!this.#isClosed) this.#oncreated(summary.id);
      }
      if (this.#history.present === this.#stored) this.save = { kind: 'saved' };
      else this.#went({ ...this.#history });
    } catch (error) {
      this.#isSaving = false;
      this.#refused(codeOf(error));
    }
  }

  #refused(code: Refusal): void {
    if (passing.has(code)) {
      this.save = { kind: 'offline' };
      this.#schedule(retryMs);
    } else if (code === 'notNow') this.save = { kind: 'conflict' };
    else this.save = { kind: 'refused', code };
  }
}

function codeOf(error: unknown): Refusal {
  if (error instanceof ApiError) return error.code;
  throw error;
}
