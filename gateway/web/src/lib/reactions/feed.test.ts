import { describe, expect, it } from 'vitest';
import { landed, mostFloating, mostOfFrame, nothing, reacted } from './feed';

const half = () => 0.5;

describe('reactions on the big screen', () => {
  it('float one by one, are counted, and let the faces of their senders hop', () => {
    const shown = reacted(
      nothing,
      {
        counts: [
          { kind: 'clap', count: 2 },
          { kind: 'hop', count: 1 },
        ],
        seats: [3, 4],
      },
      half,
    );
    expect(shown.floating).toEqual([
      { id: 0, sign: 'clap', at: 0.5 },
      { id: 1, sign: 'clap', at: 0.5 },
    ]);
    expect(shown.counts).toEqual({ clap: 2 });
    expect(shown.hops).toEqual({ 3: 1, 4: 1 });
    const again = reacted(shown, { counts: [{ kind: 'wow', count: 1 }], seats: [4] }, half);
    expect(again.hops).toEqual({ 3: 1, 4: 2 });
    expect(landed(again, 0).floating.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are never more than fit, however many are sent, and the counts include all', () => {
    let shown = nothing;
    for (let frame = 0; frame < 50; frame++) {
      const before = shown.nextId;
      shown = reacted(
        shown,
        {
          counts: [
            { kind: 'heart', count: 300 },
            { kind: 'laugh', count: 200 },
          ],
          seats: [],
        },
        half,
      );
      expect(shown.nextId - before).toBeLessThanOrEqual(mostOfFrame);
    }
    expect(shown.floating).toHaveLength(mostFloating);
    expect(new Set(shown.floating.map(({ id }) => id)).size).toBe(mostFloating);
    expect(shown.counts).toEqual({ heart: 15_000, laugh: 10_000 });
  });
});
