import type { WatchTexts } from './watch.en';

export const watchTexts = (): WatchTexts => ({
  title: 'Einem Spiel zuschauen',
  gone: 'Dieser Link funktioniert nicht mehr.',
  goneText: 'Die Spielleitung hat ihn zurückgezogen, oder das Spiel wird nicht mehr aufbewahrt.',
  full: 'Bei diesem Spiel schauen schon zu viele zu.',
  fullText: 'Lade die Seite gleich noch einmal: Vielleicht ist jemand gegangen.',
  connecting: 'Verbindung zum Spiel wird hergestellt',
});
