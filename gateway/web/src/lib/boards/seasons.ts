/** The months that a leaderboard can be of, in UTC as the server has them: this one and the eleven before, the latest first. */
export const seasonsAt = (now: Date): string[] =>
  Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
