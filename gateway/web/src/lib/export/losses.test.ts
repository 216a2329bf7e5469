import { describe, expect, it } from 'vitest';
import { summaryOf } from './losses';

describe('the losses of an export', () => {
  it('are added up by member over all types, the most frequent first', () => {
    const summary = summaryOf({
      questionCount: 9,
      leftOut: 2,
      losses: [
        { kind: 'leftOut', type: 'poll', count: 2 },
        { kind: 'changed', member: 'description', count: 1 },
        { kind: 'changed', type: 'singleChoice', member: 'points', count: 1 },
        { kind: 'changed', type: 'number', member: 'points', count: 2 },
        { kind: 'referenced', type: 'pin', member: 'media', count: 1 },
        { kind: 'tooLong', type: 'singleChoice', member: 'prompt', count: 4 },
      ],
    });
    expect(summary).toEqual({
      leftOut: [{ type: 'poll', count: 2 }],
      changed: [
        { member: 'points', count: 3 },
        { member: 'description', count: 1 },
      ],
      referenced: 1,
      tooLong: [{ member: 'prompt', count: 4 }],
    });
  });
});
