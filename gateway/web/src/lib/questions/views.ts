import type { Component } from 'svelte';
import type { AnswerValue, KeyView, QuestionType, Tally, TaskView } from '$lib/contract';

/** The task of one type of question, or of several. */
export type TaskOf<T extends QuestionType> = Extract<TaskView, { type: T }>;

/** Where a player answers. */
export interface PadProps<T extends TaskView = TaskView> {
  task: T;
  /** What this player has answered: then nothing can be changed, and it is shown. */
  sent: AnswerValue | null;
  /** Whether an answer is accepted now. */
  open: boolean;
  /** Whether the player's time is over. */
  late: boolean;
  onanswer: (answer: AnswerValue) => void;
}

/** An answer, or the key, in words. */
export interface LinesProps<T extends TaskView = TaskView> {
  task: T;
  answer?: AnswerValue | null;
  /** Alone: the key is shown. With an answer: what of it is right is marked. */
  key?: KeyView | null;
}

/** What a question that is over shows to everyone. */
export interface Revealed {
  key: KeyView | null;
  tally: Tally;
}

/** The question on the big screen. */
export interface StageProps<T extends TaskView = TaskView> {
  task: T;
  revealed: Revealed | null;
  /** What hosts alone see of the answers so far. */
  live: Tally | null;
  /** Whether a host is at this screen, who can show what is hidden. */
  hosted: boolean;
}

/** The answers so far, as the host's remote shows them. */
export interface TallyProps<T extends TaskView = TaskView> {
  task: T;
  tally: Tally | null;
  key: KeyView | null;
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
