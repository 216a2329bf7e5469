import type { DeviceTexts } from './devices.en';

export const deviceTexts = (): DeviceTexts => ({
  devices: {
    screen: 'Grand écran',
    screenText: 'Une deuxième fenêtre sans commandes, pour un projecteur ou un grand écran.',
    openScreen: 'Ouvrir la vue projecteur',
    remote: 'Télécommande',
    remoteText:
      'Utilisez votre téléphone comme télécommande\u00a0: commandes, joueurs et répartition des réponses pendant la question.',
    show: 'Afficher le code pour mon téléphone',
    hide: 'Masquer le code',
    secret: 'Toute personne qui scanne ce code devient animateur. Ne le montrez pas à la salle.',
    qr: 'Code QR pour transformer un téléphone en télécommande',
    here: 'Ouvrir la télécommande ici',
    players: 'Les joueurs vont sur',
  },
  link: {
    title: 'Lien de diffusion',
    text: 'Toute personne qui a ce lien voit le grand écran en direct\u00a0: sans commandes, et rien que la salle ne voie déjà. Il peut être intégré à une page web.',
    make: 'Créer un lien',
    label: 'Lien pour regarder la partie',
    withdraw: 'Retirer le lien',
    withdrawn: 'Le lien ne fonctionne plus.',
  },
  coHosts: {
    title: 'Coanimateurs',
    text: 'Ils voient cette partie au-dessus de leurs quiz et peuvent l’animer comme vous.',
    name: 'Nom du compte',
    add: 'Ajouter un coanimateur',
    remove: 'Retirer',
    removeNamed: (name) => `Retirer ${name} des coanimateurs`,
  },
});
