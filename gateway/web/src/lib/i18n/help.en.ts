/** The texts of the help on each page and of the hints for those who are there for the first time. */
export const helpTexts = () => ({
  button: 'Help',
  got: 'Got it',
  titles: {
    quizzes: 'Your quizzes',
    console: 'Hosting a game',
    editor: 'Writing a quiz',
    homework: 'Homework',
    reports: 'Games and reports',
  },
  items: {
    quizzes: [
      '“Play” opens a lobby with a code. You choose the settings first; they are remembered for the next game.',
      'Start from a sample, write a quiz, or drop a file on the page: spreadsheets, Moodle and other formats are read, and you see what was found before it is stored.',
      'The menu of a quiz has sharing, homework, practice, export and deletion.',
      'Without an account your quizzes belong to this browser. Create an account to have them on every device.',
    ],
    console: [
      'The large button is always what comes next. Space or Enter do the same.',
      'Under “Screens” are the projector view, a code that turns your phone into the remote, and a link for those who watch from elsewhere.',
      '“Players” lists everyone: approve names, rename, remove, give more time, or move a player to a new device.',
      'You can reload this page at any time. The game goes on, and you’re still its host.',
    ],
    editor: [
      'Enter goes to the next answer, and adds one after the last. Pasted lines become answers; a pasted list of questions becomes questions.',
      'Everything is saved as you write. Undo works across saves and reloads.',
      'A red mark says what a question still lacks once you have left it. A quiz can be played when no mark is left.',
      'Others can write with you: share the quiz, and changes to different questions are merged.',
    ],
    homework: [
      'Homework is a quiz that everyone plays alone, by a link, until its due date. Players need no account.',
      'Results appear as attempts end. Each player’s best or last attempt counts, as you choose.',
      'The quiz is used as it was when you set it: later changes don’t affect homework that is open.',
    ],
    reports: [
      'Every game you hosted has a report, also while it runs.',
      'Each row is a player, each column a question. Choose a heading to sort.',
      'Save a report as CSV or Excel, print it, or share a summary without names by a link.',
      '“Games over time” shows which questions stay difficult.',
    ],
  },
  hints: {
    console:
      'First time? Put the projector view on the big screen: it’s under “Screens” in the menu next to “Players”, and so is Help.',
    editor:
      'Write the question, press Enter, and go on with the answers. Mark the correct one with the circle beside it.',
    homework: 'Open the menu of a quiz and choose “Set as homework”, then send your players the link.',
    reports: 'Reports fill up while a game runs. Choose a question to see how everyone answered.',
  },
});

export type HelpTexts = ReturnType<typeof helpTexts>;
