import { describe, expect, it } from 'vitest';
import { requestOf, settingsFor } from './launch-settings';

describe('the settings of a launch', () => {
  it('are the usual ones the first time', () => {
    expect(settingsFor(4, null)).toMatchObject({ questionCount: 4, shuffle: false, autoAdvance: false, teams: 0 });
    expect(settingsFor(800, null)).toMatchObject({ questionCount: 10, shuffle: true });
  });

  it('are those of the last time, but for what follows the quiz', () => {
    const last = { ...settingsFor(800, null), autoAdvance: true, teams: 3, formula: 'flat', revealMs: 9_000 };
    expect(settingsFor(5, last)).toMatchObject({
      autoAdvance: true,
      teams: 3,
      formula: 'flat',
      revealMs: 9_000,
      questionCount: 5,
      shuffle: false,
    });
  });

  it('are the defaults where the stored ones are invalid', () => {
    const last = { formula: 'luck', teams: 1, maxPlayers: 1e9, revealMs: 'x', lateJoin: null, unknown: true };
    expect(settingsFor(5, last)).toEqual(settingsFor(5, null));
  });

  it.each([null, 'survivor', { kind: 'luck' }, { kind: 'survivor' }, { kind: 'survivor', misses: 0 }])(
    'have no mode that cannot be launched: %o',
    (mode) => {
      expect(settingsFor(5, { mode }).mode).toEqual({ kind: 'classic' });
    },
  );

  it.each([
    { kinds: [], earning: 'both' },
    { kinds: ['shield', 'shield'], earning: 'both' },
    { kinds: ['luck'], earning: 'both' },
    { kinds: ['shield'], earning: 'luck' },
    'all',
  ])('have no power-ups that cannot be launched: %o', (powerUps) => {
    expect(settingsFor(5, { powerUps }).powerUps).toBeNull();
  });

  it('keep the power-ups of the last time', () => {
    const powerUps = { kinds: ['shield'], earning: 'streak' };
    expect(settingsFor(5, { powerUps }).powerUps).toEqual(powerUps);
    expect(settingsFor(5, { powerUps: null }).powerUps).toBeNull();
    expect(requestOf(settingsFor(5, { powerUps })).powerUps).toEqual(powerUps);
    expect(requestOf(settingsFor(5, null))).not.toHaveProperty('powerUps');
  });

  it('keep the mode of the last time', () => {
    expect(settingsFor(5, { mode: { kind: 'survivor', misses: 2 } }).mode).toEqual({ kind: 'survivor', misses: 2 });
  });
});
