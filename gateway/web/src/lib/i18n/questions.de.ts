import type { Formats } from './formats';
import type { QuestionTexts } from './questions.en';

export const questionTexts = (f: Formats): QuestionTexts => ({
  yourAnswer: 'Deine Antwort',
  left: (count) => `Noch ${f.plural(count, { one: 'Zeichen', other: 'Zeichen' })}`,
  number: {
    sign: 'Vorzeichen wechseln',
    readAs: (value) => `Du sendest ${value}`,
    unreadable: 'Das ist keine Zahl.',
    decimals: (most) =>
      most === 0
        ? 'Nur ganze Zahlen.'
        : `Höchstens ${f.plural(most, { one: 'Nachkommastelle', other: 'Nachkommastellen' })}.`,
    less: 'Weniger',
    more: 'Mehr',
    within: (value, tolerance) => `${value} (±\u00a0${tolerance})`,
    from: (from, to) => (from === to ? from : `${from} bis ${to}`),
  },
  pin: {
    label: (alt) => `${alt ?? 'Bild'}. Tippe auf die Stelle, oder bewege das Fadenkreuz mit den Pfeiltasten.`,
    keys: 'Die Pfeiltasten gehen auch; mit der Umschalttaste geht es weiter.',
    at: (x, y) => `${f.percent(x, 1)} von links, ${f.percent(y, 1)} von oben`,
  },
  order: {
    yours: 'Deine Reihenfolge',
    up: (item) => `„${item}“ nach oben`,
    down: (item) => `„${item}“ nach unten`,
    drag: (item, place, count) =>
      `${item}: ${f.number(place + 1)} von ${f.number(count)}. Ziehen oder Pfeiltasten benutzen.`,
    movedTo: (item, place, count) => `${item}: jetzt ${f.number(place + 1)} von ${f.number(count)}`,
    placed: (count) => `${f.plural(count, { one: 'Spieler hat', other: 'Spieler haben' })} es hierher gesetzt`,
  },
  match: {
    pairs: 'Deine Paare',
    choices: 'Wähle aus',
    open: (left) => `${left}: noch ohne Gegenstück`,
    paired: (left, right) => `${left}: ${right}`,
    remove: (left, right) => `${left}: ${right}. Dieses Paar lösen.`,
    placed: (count) => `${f.plural(count, { one: 'Spieler hat', other: 'Spieler haben' })} es richtig`,
  },
  rating: {
    step: (step, steps, label) => `${f.number(step)} von ${f.number(steps)}${label ? `: ${label}` : ''}`,
    average: (average) => `Durchschnitt: ${f.value(Math.round(average * 10) / 10)}`,
  },
  words: { word: (place) => `Wort ${f.number(place + 1)}`, none: 'Noch keine Wörter.' },
  answers: {
    none: 'Noch keine Antworten.',
    show: (count) => `${f.plural(count, { one: 'Antwort', other: 'Antworten' })} im Raum zeigen`,
    hide: 'Antworten verbergen',
    accept: 'Akzeptieren',
    others: 'Andere Antworten',
    showOthers: 'Andere Antworten im Raum zeigen',
    hideOthers: 'Andere Antworten verbergen',
    withHost: 'Die Spielleitung hat eure Antworten.',
    times: (count) => `${f.number(count)}-mal`,
  },
  isCorrect: 'richtig',
  isWrong: 'nicht richtig',
});
