import type { DeviceTexts } from './devices.en';

export const deviceTexts = (): DeviceTexts => ({
  devices: {
    screen: 'Großer Bildschirm',
    screenText: 'Ein zweites Fenster ohne Bedienelemente, für Beamer oder Fernseher.',
    openScreen: 'Beamer-Ansicht öffnen',
    remote: 'Fernbedienung',
    remoteText:
      'Nutze dein Handy als Fernbedienung: Steuerung, Spieler und wie sich die Antworten verteilen, solange eine Frage offen ist.',
    show: 'Code für mein Handy zeigen',
    hide: 'Code verbergen',
    secret: 'Wer diesen Code scannt, kann das Spiel leiten. Zeig ihn nicht im Raum.',
    qr: 'QR-Code, der ein Handy zur Fernbedienung macht',
    here: 'Fernbedienung hier öffnen',
    players: 'Adresse zum Mitspielen',
  },
  link: {
    title: 'Link zum Zuschauen',
    text: 'Wer diesen Link hat, sieht den großen Bildschirm live: ohne Bedienelemente und nur, was auch der Raum sieht. Er lässt sich in eine Webseite einbetten.',
    make: 'Link erstellen',
    label: 'Link zum Zuschauen',
    withdraw: 'Link zurückziehen',
    withdrawn: 'Der Link funktioniert nicht mehr.',
  },
  coHosts: {
    title: 'Co-Leitung',
    text: 'Sie sehen dieses Spiel über ihren Quizzen und können es genauso steuern wie du.',
    name: 'Kontoname',
    add: 'Co-Leitung hinzufügen',
    remove: 'Entfernen',
    removeNamed: (name) => `${name} aus der Co-Leitung entfernen`,
  },
});
