import { StoredValue, type KeyValueStore } from '$lib/game/storage';

/** The pages with help of their own. */
export type HelpTopic = 'quizzes' | 'console' | 'editor' | 'homework' | 'reports';

/** Of those, the ones with a hint for who is there for the first time. */
export type HintTopic = Exclude<HelpTopic, 'quizzes'>;

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** The hints that were dismissed in this browser. */
export class DismissedHints {
  readonly #kept: StoredValue<string[]>;

  constructor(keep?: KeyValueStore) {
    this.#kept = new StoredValue('arena.hints', isStrings, keep);
  }

  has(topic: HintTopic): boolean {
    return this.#kept.get()?.includes(topic) ?? false;
  }

  add(topic: HintTopic): void {
    if (!this.has(topic)) this.#kept.set([...(this.#kept.get() ?? []), topic]);
  }
}

/** What a page's address is about. */
export function topicOf(path: string): HelpTopic | null {
  if (path === '/host') return 'quizzes';
  if (/^\/quizzes\/[^/]+$/.test(path)) return 'editor';
  if (/^\/homework(\/|$)/.test(path)) return 'homework';
  if (/^\/games(\/|$)/.test(path)) return 'reports';
  return null;
}
