import type { HelpTexts } from './help.en';

export const helpTexts = (): HelpTexts => ({
  button: 'Hilfe',
  got: 'Verstanden',
  titles: {
    quizzes: 'Deine Quizze',
    console: 'Ein Spiel leiten',
    editor: 'Ein Quiz schreiben',
    homework: 'Hausaufgaben',
    reports: 'Spiele und Berichte',
  },
  items: {
    quizzes: [
      '„Spielen“ öffnet eine Lobby mit einem Code. Vorher wählst du die Einstellungen; sie bleiben für das nächste Spiel erhalten.',
      'Beginne mit einem Beispiel, schreibe ein Quiz oder zieh eine Datei auf die Seite: Tabellen, Moodle und andere Formate werden gelesen, und du siehst vor dem Speichern, was gefunden wurde.',
      'Im Menü eines Quiz stehen Teilen, Hausaufgabe, Üben, Exportieren und Löschen.',
      'Ohne Konto gehören deine Quizze zu diesem Browser. Mit einem Konto hast du sie auf jedem Gerät.',
    ],
    console: [
      'Die große Taste ist immer der nächste Schritt. Leertaste oder Enter tun dasselbe.',
      'Unter „Bildschirme“ findest du die Beamer-Ansicht, einen Code, der dein Handy zur Fernbedienung macht, und einen Link zum Zuschauen von anderswo.',
      '„Spieler“ zeigt alle: Namen freigeben oder ändern, jemanden entfernen, mehr Zeit geben oder auf ein anderes Gerät wechseln lassen.',
      'Du kannst diese Seite jederzeit neu laden. Das Spiel läuft weiter, und du leitest es noch.',
    ],
    editor: [
      'Enter geht zur nächsten Antwort und fügt nach der letzten eine hinzu. Eingefügte Zeilen werden Antworten, eine eingefügte Liste von Fragen wird zu Fragen.',
      'Alles wird beim Schreiben gespeichert. Rückgängig geht auch nach dem Speichern und Neuladen.',
      'Ein rotes Zeichen sagt, was einer Frage noch fehlt, sobald du sie verlassen hast. Ohne rote Zeichen lässt sich das Quiz spielen.',
      'Andere können mitschreiben: Teile das Quiz, Änderungen an verschiedenen Fragen werden zusammengeführt.',
    ],
    homework: [
      'Eine Hausaufgabe ist ein Quiz, das alle für sich über einen Link spielen, bis zum Abgabetermin. Ein Konto brauchen sie nicht.',
      'Ergebnisse erscheinen, sobald Versuche enden. Es zählt der beste oder der letzte Versuch, wie du willst.',
      'Verwendet wird das Quiz, wie es beim Stellen war: Spätere Änderungen betreffen offene Hausaufgaben nicht.',
    ],
    reports: [
      'Jedes Spiel, das du geleitet hast, hat einen Bericht, auch während es läuft.',
      'Jede Zeile ist ein Spieler, jede Spalte eine Frage. Eine Überschrift sortiert.',
      'Speichere einen Bericht als CSV oder Excel, drucke ihn oder teile per Link eine Zusammenfassung ohne Namen.',
      '„Verlauf der Spiele“ zeigt, welche Fragen schwierig bleiben.',
    ],
  },
  hints: {
    console:
      'Zum ersten Mal hier? Zeig die Beamer-Ansicht auf dem großen Bildschirm: Sie steht unter „Bildschirme“ im Menü neben „Spieler“, wie die Hilfe.',
    editor:
      'Schreib die Frage, drücke Enter und mach mit den Antworten weiter. Die richtige markierst du mit dem Kreis daneben.',
    homework: 'Öffne das Menü eines Quiz, wähle „Als Hausaufgabe stellen“ und schick den Link an alle.',
    reports: 'Berichte füllen sich, während ein Spiel läuft. Wähle eine Frage, um alle Antworten zu sehen.',
  },
});
