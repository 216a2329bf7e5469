import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asking, lobby, reveal, session } from '$lib/game/samples';
import { Music } from './music.svelte';
import { pieceOf, scores } from './piece';
import { notesOf } from './score';

/** What an audio parameter or node was asked to do, without any sound. */
class FakeNode {
  static started: number[] = [];
  static disconnected = 0;
  readonly context: FakeContext;
  readonly gain = new FakeParam();
  readonly frequency = new FakeParam();

  constructor(context: FakeContext, options: { gain?: number } = {}) {
    this.context = context;
    this.gain.value = options.gain ?? 0;
  }
  connect = (other: unknown) => other;
  disconnect = () => void FakeNode.disconnected++;
  start = (at: number) => void FakeNode.started.push(at);
  stop = () => undefined;
}
class FakeParam {
  value = 0;
  setValueAtTime = () => undefined;
  linearRampToValueAtTime = () => undefined;
  exponentialRampToValueAtTime = () => undefined;
  setTargetAtTime = (value: number) => void (this.value = value);
}
class FakeContext {
  currentTime = 0;
  state = 'running';
  sampleRate = 8_000;
  destination = {};
  outs: FakeNode[] = [];
  createBuffer = () => ({ getChannelData: () => new Float32Array(8) });
  resume = async () => void (this.state = 'running');
}

describe('music', () => {
  let context: FakeContext;
  let sound: { on: boolean; context: () => AudioContext | null };
  let mediumHeard = false;
  let outs: FakeNode[];

  beforeEach(() => {
    vi.useFakeTimers();
    context = new FakeContext();
    sound = { on: true, context: () => context as unknown as AudioContext };
    mediumHeard = false;
    FakeNode.started = [];
    FakeNode.disconnected = 0;
    outs = [];
    vi.stubGlobal('OscillatorNode', FakeNode);
    vi.stubGlobal('AudioBufferSourceNode', FakeNode);
    vi.stubGlobal('BiquadFilterNode', FakeNode);
    vi.stubGlobal(
      'GainNode',
      class extends FakeNode {
        constructor(owner: FakeContext, options: { gain?: number }) {
          super(owner, options);
          // The notes' own begin in silence.
          if (options.gain) outs.push(this);
        }
      },
    );
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const music = () => new Music(sound, () => mediumHeard);
  const pass = (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 0.25) {
      context.currentTime += 0.25;
      vi.advanceTimersByTime(250);
    }
  };

  it('is played ahead of its time, and nothing more of it once it ends', () => {
    const played = music();
    played.want('lobby');
    pass(10);
    expect(FakeNode.started.length).toBeGreaterThan(0.4 * notesOf(scores.lobby).length);
    expect(Math.max(...FakeNode.started)).toBeGreaterThan(11);
    const before = FakeNode.started.length;
    played.want(null);
    expect(outs.map(({ gain }) => gain.value)).toEqual([0]);
    pass(5);
    expect(FakeNode.started).toHaveLength(before);
    expect(FakeNode.disconnected).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('changes the piece once, however often it is asked for', () => {
    const played = music();
    for (const piece of ['thinking', 'thinking', 'lastSeconds', 'lastSeconds'] as const) played.want(piece);
    expect(outs).toHaveLength(2);
    expect(outs[0]?.gain.value).toBe(0);
    expect(outs[1]?.gain.value).toBeGreaterThan(0.1);
  });

  it('steps back for the sound of a question, and returns', () => {
    const played = music();
    played.want('thinking');
    const loud = outs[0]?.gain.value ?? 0;
    mediumHeard = true;
    pass(0.25);
    expect(outs[0]?.gain.value).toBeCloseTo(loud / 10);
    mediumHeard = false;
    pass(0.25);
    expect(outs[0]?.gain.value).toBeCloseTo(loud);
  });

  it('is as loud as is wished, and silent at nothing or where the screen is muted', () => {
    const played = music();
    played.want('lobby');
    const usual = outs[0]?.gain.value ?? 0;
    played.setVolume(0.35);
    expect(outs[0]?.gain.value).toBeCloseTo(usual / 4);
    played.setVolume(0);
    expect(vi.getTimerCount()).toBe(1);
    played.setVolume(1);
    expect(outs).toHaveLength(2);
    sound.on = false;
    played.follow();
    expect(outs[1]?.gain.value).toBe(0);
    expect(played.blocked).toBe(false);
  });

  it('asks for a press where the browser keeps the page silent, and begins with it', async () => {
    const played = music();
    const context = sound.context;
    sound.context = () => null;
    played.want('lobby');
    expect(played.blocked).toBe(true);
    expect(outs).toHaveLength(0);
    sound.context = context;
    played.follow();
    expect(played.blocked).toBe(false);
    expect(outs).toHaveLength(1);
  });

  it('wakes what the browser holds back', async () => {
    context.state = 'suspended';
    music().want('lobby');
    expect(outs).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(outs).toHaveLength(1);
  });

  it('fits the phase', () => {
    expect(pieceOf(session(lobby()), null)).toBe('lobby');
    expect(pieceOf(session(asking(0)), null)).toBe('thinking');
    expect(pieceOf(session(asking(0)), 6)).toBe('thinking');
    expect(pieceOf(session(asking(0)), 5)).toBe('lastSeconds');
    expect(pieceOf(session(asking(0, { overtime: true })), 0)).toBe('thinking');
    expect(pieceOf(session(reveal(0)), null)).toBeNull();
    expect(pieceOf(session(asking(0), { pausedAtMs: 1 }), 5)).toBeNull();
    expect(pieceOf(session(lobby(), { suspendedSinceMs: 1 }), null)).toBeNull();
  });
});
