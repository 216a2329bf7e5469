import type { HelpTexts } from './help.en';

export const helpTexts = (): HelpTexts => ({
  button: 'Aide',
  got: 'J’ai compris',
  titles: {
    quizzes: 'Vos quiz',
    console: 'Animer une partie',
    editor: 'Écrire un quiz',
    homework: 'Devoirs',
    reports: 'Parties et rapports',
  },
  items: {
    quizzes: [
      '«\u00a0Jouer\u00a0» ouvre un salon avec un code. Vous choisissez d’abord les réglages, qui sont gardés pour la partie suivante.',
      'Partez d’un exemple, écrivez un quiz ou déposez un fichier sur la page\u00a0: tableurs, Moodle et d’autres formats sont lus, et vous voyez ce qui a été trouvé avant l’enregistrement.',
      'Le menu d’un quiz permet de le partager, de le donner en devoir, de s’entraîner, de l’exporter et de le supprimer.',
      'Sans compte, vos quiz restent liés à ce navigateur. Créez un compte pour les avoir sur tous vos appareils.',
    ],
    console: [
      'Le grand bouton est toujours l’étape suivante. Espace ou Entrée font de même.',
      'Sous «\u00a0Écrans\u00a0» se trouvent la vue projecteur, un code qui fait de votre téléphone une télécommande et un lien pour regarder d’ailleurs.',
      '«\u00a0Joueurs\u00a0» montre tout le monde\u00a0: approuver un nom, le changer, retirer un joueur, lui donner plus de temps ou le faire passer sur un autre appareil.',
      'Vous pouvez recharger cette page à tout moment. La partie continue et vous l’animez toujours.',
    ],
    editor: [
      'Entrée passe à la réponse suivante et en ajoute une après la dernière. Des lignes collées deviennent des réponses\u00a0; une liste de questions collée devient des questions.',
      'Tout est enregistré pendant que vous écrivez. L’annulation fonctionne après un enregistrement et un rechargement.',
      'Une marque rouge dit ce qui manque à une question une fois que vous l’avez quittée. Un quiz est jouable quand il n’en reste aucune.',
      'On peut écrire à plusieurs\u00a0: partagez le quiz, et les changements de questions différentes sont fusionnés.',
    ],
    homework: [
      'Un devoir est un quiz que chacun joue seul, par un lien, jusqu’à la date limite. Les joueurs n’ont pas besoin de compte.',
      'Les résultats arrivent à mesure que les essais se terminent. Le meilleur ou le dernier essai de chacun compte, selon votre choix.',
      'Le quiz est pris tel qu’il était quand vous l’avez donné\u00a0: les changements ultérieurs ne touchent pas un devoir ouvert.',
    ],
    reports: [
      'Chaque partie que vous avez animée a un rapport, même pendant qu’elle se joue.',
      'Chaque ligne est un joueur, chaque colonne une question. Choisissez un titre de colonne pour trier.',
      'Enregistrez un rapport en CSV ou Excel, imprimez-le ou partagez par un lien un résumé sans noms.',
      '«\u00a0Parties au fil du temps\u00a0» montre quelles questions restent difficiles.',
    ],
  },
  hints: {
    console:
      'Première partie\u00a0? Mettez la vue projecteur sur le grand écran\u00a0: elle est sous «\u00a0Écrans\u00a0», dans le menu à côté de «\u00a0Joueurs\u00a0», comme l’aide.',
    editor:
      'Écrivez la question, appuyez sur Entrée et continuez avec les réponses. Marquez la bonne avec le cercle à côté.',
    homework:
      'Ouvrez le menu d’un quiz, choisissez «\u00a0Donner en devoir\u00a0», puis envoyez le lien à vos joueurs.',
    reports:
      'Les rapports se remplissent pendant la partie. Choisissez une question pour voir ce que chacun a répondu.',
  },
});
