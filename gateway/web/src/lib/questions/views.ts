import type { Component } from 'svelte';
import type { AnswerValue, KeyView, QuestionType, Tally, TaskView } from '$lib/contract';

/** The task of one type of question, or of several. */
export type TaskOf<T extends QuestionType> = Extract<TaskView, { type: T }>;

/** The props of the view in which a player answers. */
export interface PadProps<T extends TaskView = TaskView> {
  task: T;
  /** This player's answer: once it is there, it is shown and cannot be changed. */
  sent: AnswerValue | null;
  /** Whether an answer is accepted now. */
  open: boolean;
  /** Whether the player's time is over. */
  late: boolean;
  /** Options that a power-up removed. */
  removed?: readonly number[] | undefined;
  onanswer: (answer: AnswerValue) => void;
}

/** An answer, or the key, in words. */
export interface LinesProps<T extends TaskView = TaskView> {
  task: T;
  answer?: AnswerValue | null;
  /** Alone: the key is shown. With an answer: its right parts are marked. */
  key?: KeyView | null;
}

/** The parts of a reveal that everyone sees. */
export interface Revealed {
  key: KeyView | null;
  tally: Tally;
}

/** The question on the big screen. */
export interface StageProps<T extends TaskView = TaskView> {
  task: T;
  revealed: Revealed | null;
  /** The answers so far, for hosts alone. */
  live: Tally | null;
  /** Whether a host is at this screen, and can show hidden answers. */
  hosted: boolean;
  /** Accepts an answer that was wrong, while the host can. */
  onaccept: ((text: string) => void) | null;
}

/** The answers so far, as the host's remote shows them. */
export interface TallyProps<T extends TaskView = TaskView> {
  task: T;
  tally: Tally | null;
  key: KeyView | null;
  /** How many answered, where that is known. */
  answers?: number;
  /** Accepts an answer that was wrong, while the host can. */
  onaccept: ((text: string) => void) | null;
}

export interface PlayerViews<T extends TaskView = TaskView> {
  pad: Component<PadProps<T>>;
  lines: Component<LinesProps<T>>;
}

export interface HostViews<T extends TaskView = TaskView> {
  stage: Component<StageProps<T>>;
  tally: Component<TallyProps<T>>;
}

/** Views of some types of question, each for tasks of its own type. */
export type PlayerViewTable<T extends QuestionType> = { [K in T]: PlayerViews<TaskOf<K>> };
export type HostViewTable = { [K in QuestionType]: HostViews<TaskOf<K>> };
