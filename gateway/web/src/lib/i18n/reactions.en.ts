export const reactionTexts = () => ({
  title: 'Reactions',
  names: {
    clap: 'Clap',
    heart: 'Heart',
    laugh: 'Laugh',
    wow: 'Wow',
    sad: 'Sad',
    party: 'Party',
  },
});
