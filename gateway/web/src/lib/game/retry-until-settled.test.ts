import { describe, expect, it } from 'vitest';
import type { AnswerRequest, GameErrorCode, Reply } from '$lib/contract';
import { backoffMs, retryUntilSettled } from './retry-until-settled';

const refused = (code: GameErrorCode, retryAfterMs: number | null = null): Reply<string> => ({
  value: null,
  refusal: { code, retryAfterMs, place: null, traceId: null },
});
const done: Reply<string> = { value: 'done', refusal: null };

function scripted(script: (Reply<string> | 'lost')[]) {
  const sent: AnswerRequest[] = [];
  const waits: number[] = [];
  let ready = 0;
  const request: AnswerRequest = { round: 2, answer: { kind: 'choice', option: 1 }, operationId: crypto.randomUUID() };
  const outcome = retryUntilSettled(
    () => {
      sent.push(request);
      const next = script.shift();
      if (next === undefined) throw new Error('the script is over');
      return next === 'lost' ? Promise.reject(new Error('connection lost')) : Promise.resolve(next);
    },
    {
      ready: () => Promise.resolve(void ready++),
      wait: (ms) => Promise.resolve(void waits.push(ms)),
      random: () => 0,
    },
  );
  return { outcome, sent, waits, readies: () => ready };
}

describe('a request whose outcome is unknown', () => {
  it('is sent again with the same operation id after a lost connection', async () => {
    const { outcome, sent, readies } = scripted(['lost', 'lost', done]);
    expect(await outcome).toBe(done);
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((request) => request.operationId)).size).toBe(1);
    expect(readies()).toBe(3);
  });

  it('is sent again after each passing refusal, when the server says', async () => {
    const { outcome, sent, waits } = scripted([
      refused('outcomeUnknown'),
      refused('overloaded', 700),
      refused('unavailable'),
      refused('tooFast', 1_000),
      done,
    ]);
    expect(await outcome).toBe(done);
    expect(sent).toHaveLength(5);
    expect(waits).toEqual([125, 700, 500, 1_000]);
  });

  it('ends with a refusal that is final', async () => {
    const { outcome, sent } = scripted([refused('tooLate')]);
    expect((await outcome).refusal?.code).toBe('tooLate');
    expect(sent).toHaveLength(1);
  });

  it('is given up when there will be no connection', async () => {
    const gone = retryUntilSettled(() => Promise.resolve(done), {
      ready: () => Promise.reject(new Error('stopped')),
      wait: () => Promise.resolve(),
    });
    await expect(gone).rejects.toThrow('stopped');
  });
});

describe('the wait between tries', () => {
  it('doubles up to five seconds and is spread', () => {
    expect([0, 1, 2, 10].map((tries) => backoffMs(tries, () => 1))).toEqual([250, 500, 1_000, 5_000]);
    expect(backoffMs(10, () => 0)).toBe(2_500);
  });
});
