import type { Formats } from './formats';
import type { StartTexts } from './start.en';

export const startTexts = (f: Formats): StartTexts => ({
  pitch: {
    title: 'Live-Quizze auf deinem eigenen Rechner',
    lead: 'Stell eine Frage auf der Leinwand, und alle antworten mit dem Handy. Ohne App, ohne Konto, ohne Werbung.',
    points: [
      'Mitspielen geht mit einem Code und einem Tippen.',
      'Jede Antwort zählt ab dem Absenden, egal wie schnell das Netz ist.',
      'Niemand verliert Punkte: weder bei leerem Akku noch bei einem Neustart des Servers.',
      'Vierzehn Fragetypen, Teams, Spielmodi und Berichte.',
    ],
    tryNow: 'Jetzt ausprobieren',
    tryHint: 'Ein Beispielquiz mit drei simulierten Mitspielern, auf diesem Bildschirm.',
    host: 'Ein Spiel leiten',
  },
  samples: {
    title: 'Mit einem Beispiel anfangen',
    hint: 'Spiel es, wie es ist, oder mach es zu deinem eigenen.',
    play: 'Spielen',
    edit: 'Bearbeiten',
    questions: (count) => f.plural(count, { one: 'Frage', other: 'Fragen' }),
  },
  trial: {
    title: 'Arena ausprobieren',
    starting: 'Ein Spiel wird für dich vorbereitet\u00a0…',
    lead: 'Hier leitest du das Spiel, und auf dem Handy spielst du mit. Drei simulierte Mitspieler kommen von selbst dazu.',
    phone: 'Das Handy eines Mitspielers',
    openPhone: 'Die Ansicht der Mitspieler in einem anderen Tab öffnen',
    own: 'Ein eigenes Spiel leiten',
    names: ['Flinker Fuchs', 'Ruhiger Otter', 'Kluge Eule'],
    words: ['Sonne', 'Kaffee', 'Musik', 'Freunde', 'Ferien'],
  },
});
