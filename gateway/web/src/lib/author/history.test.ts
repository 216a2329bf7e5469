import { describe, expect, it } from 'vitest';
import { changed, historyOf, redone, undone } from './history';

describe('a history', () => {
  it('takes steps back and gives them again', () => {
    const two = changed(changed(historyOf('a'), 'b', '', 0), 'c', '', 10);
    expect(undone(two).present).toBe('b');
    expect(undone(undone(two)).present).toBe('a');
    expect(redone(undone(two)).present).toBe('c');
  });

  it('joins steps of one group that follow each other closely, and no others', () => {
    const typed = changed(changed(historyOf('a'), 'ab', 'title', 0), 'abc', 'title', 1_000);
    expect(undone(typed).present).toBe('a');
    const paused = changed(changed(historyOf('a'), 'ab', 'title', 0), 'abc', 'title', 9_000);
    expect(undone(paused).present).toBe('ab');
    const elsewhere = changed(changed(historyOf('a'), 'ab', 'title', 0), 'abc', 'prompt', 10);
    expect(undone(elsewhere).present).toBe('ab');
  });

  it('forgets undone steps once something else is done', () => {
    const other = changed(undone(changed(historyOf('a'), 'b', '', 0)), 'c', '', 10);
    expect(redone(other)).toBe(other);
    expect(undone(other).present).toBe('a');
  });

  it('stays as it is at its ends, and when nothing changed', () => {
    const start = historyOf('a');
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
    expect(changed(start, 'a', '', 0)).toBe(start);
  });
});
