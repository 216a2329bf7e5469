export const reactionTexts = () => ({
  title: 'Reactions',
  hop: 'Make your avatar hop',
  names: {
    clap: 'Clap',
    heart: 'Heart',
    laugh: 'Laugh',
    wow: 'Wow',
    sad: 'Sad',
    party: 'Party',
  },
});
