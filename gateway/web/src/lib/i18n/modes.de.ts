import type { Formats } from './formats';
import type { ModeTexts } from './modes.en';

export const modeTexts = (f: Formats): ModeTexts => ({
  legend: 'Spielmodus',
  names: {
    classic: 'Klassisch',
    survivor: 'Überleben',
    race: 'Wettlauf',
    confidence: 'Wetten',
    sharedDevice: 'Teams mit je einem Gerät',
  },
  hints: {
    classic: 'Die meisten Punkte gewinnen.',
    survivor: 'Wer zu oft danebenliegt, scheidet aus. Wer zuletzt übrig ist, gewinnt.',
    race: 'Wer zuerst das Ziel erreicht, beendet das Spiel.',
    confidence: 'Auf die eigene Antwort werden Punkte gesetzt.',
    sharedDevice: 'Jedes Team spielt mit einem Gerät und kann sich vor der Antwort beraten.',
  },
  survivor: {
    misses: 'Fehler bis zum Ausscheiden',
    rules: (misses) =>
      misses === 1
        ? 'Ein Fehler, und du bist raus. Wer zuletzt übrig ist, gewinnt.'
        : `${f.number(misses)} Fehler, und du bist raus. Wer zuletzt übrig ist, gewinnt.`,
    lives: (lives) => `Noch ${f.plural(lives, { one: 'Leben', other: 'Leben' })}`,
    lastLife: 'Dein letztes Leben: noch ein Fehler, und du bist raus.',
    out: 'Du bist raus, aber bleib dabei: Rate zum Spaß weiter mit. Punkte bringen deine Antworten nicht mehr.',
    survived: 'Du hast bis zum Ende überlebt!',
  },
  race: {
    goal: 'Punkte bis ins Ziel',
    rules: (points) => `Das Spiel endet, sobald jemand ${f.number(points)} Punkte hat.`,
    toGo: (points) => `Noch ${f.plural(points, { one: 'Punkt', other: 'Punkte' })} bis ins Ziel`,
    reached: 'Du bist im Ziel!',
    there: 'im Ziel',
  },
  sharedDevice: {
    talk: 'Zeit zum Beraten vor der Antwort (Sekunden)',
    rules: (seconds) =>
      seconds === 0
        ? 'Ein Gerät pro Team: Einigt euch auf eine Antwort, dann gibt sie jemand von euch ein.'
        : `Ein Gerät pro Team: Ihr habt ${f.plural(seconds, { one: 'Sekunde', other: 'Sekunden' })} zum Beraten, dann antwortet jemand von euch.`,
    talkItOver: 'Beratet euch, dann antwortet jemand von euch.',
  },
  confidence: {
    rules:
      'Wie sicher bist du? Setze bei jeder Antwort Punkte: Ist sie richtig, kommen sie dazu, ist sie falsch, sind sie weg. Unter null kommst du nie.',
    bet: 'Wie viele Punkte setzt du?',
    placed: (stake) => `Du setzt ${f.plural(stake, { one: 'Punkt', other: 'Punkte' })}.`,
    won: (stake) => `Dein Einsatz bringt dir ${f.plural(stake, { one: 'Punkt', other: 'Punkte' })}.`,
    lost: (points) =>
      points > 0
        ? `Dein Einsatz kostet dich ${f.plural(points, { one: 'Punkt', other: 'Punkte' })}.`
        : 'Du hattest nichts zu verlieren.',
    kept: (stake) => `Du behältst deinen Einsatz von ${f.plural(stake, { one: 'Punkt', other: 'Punkten' })}.`,
  },
});
