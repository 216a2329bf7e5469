/** Past, present and undone states. Replaced, never changed. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step was about, and when: typing on in one field soon after is the same step. */
  group: string;
  atMs: number;
}

const steps = 200;
const pauseMs = 1_500;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], group: '', atMs: 0 });

/** The history after a change. An empty group never joins the step before. */
export function changed<T>(history: History<T>, present: T, group: string, nowMs: number): History<T> {
  if (present === history.present) return history;
  const joins = group !== '' && group === history.group && nowMs - history.atMs < pauseMs && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-steps);
  return { past, present, future: [], group, atMs: nowMs };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    group: '',
    atMs: 0,
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, group: '', atMs: 0 };
}

/** The half of the steps that are nearest to the present. */
export const shortened = <T>(history: History<T>): History<T> => ({
  ...history,
  past: history.past.slice(Math.ceil(history.past.length / 2)),
  future: history.future.slice(0, Math.floor(history.future.length / 2)),
});

/** The same steps, each state of them replaced: what `change` brings in cannot be undone. */
export const rebased = <T>(history: History<T>, change: (state: T) => T): History<T> => ({
  ...history,
  past: history.past.map(change),
  present: change(history.present),
  future: history.future.map(change),
});
