import type { EditorTexts } from './editor.en';
import type { Formats } from './formats';

export const editorTexts = (f: Formats): EditorTexts => ({
  pageTitle: 'Éditeur de quiz',
  back: 'Mes quiz',
  missing: 'Ce quiz n’existe pas ou appartient à un autre navigateur.',
  untitled: 'Quiz sans titre',
  title: 'Titre du quiz',
  description: 'Description',
  descriptionHint: 'Visible par les personnes avec qui vous partagez le quiz, pas par les joueurs.',
  tools: 'Outils',
  undo: 'Annuler',
  redo: 'Rétablir',
  exportQuiz: 'Exporter',
  save: {
    saved: 'Enregistré',
    waiting: 'Enregistrement dans un instant…',
    saving: 'Enregistrement…',
    unstored: 'Pas encore enregistré.',
    unsound: 'Les dernières modifications ne sont pas encore enregistrées.',
    offline: 'Serveur injoignable. Nouvelle tentative…',
  },
  kept: 'Votre travail est conservé dans ce navigateur.',
  notKept: 'Ce navigateur ne peut pas conserver votre travail. Laissez cette page ouverte.',
  mend: (numbers) =>
    numbers.length === 1
      ? `Complétez la question ${f.number(numbers[0] ?? 0)} pour enregistrer.`
      : `Complétez ${f.number(numbers.length)} questions pour enregistrer, en commençant par la question ${f.number(numbers[0] ?? 0)}.`,
  mendTitle: 'Donnez un titre au quiz pour enregistrer.',
  mendDescription: 'Corrigez la description pour enregistrer.',
  merged: {
    questions: (numbers) =>
      numbers.length === 1
        ? `La question ${f.number(numbers[0] ?? 0)} a aussi été modifiée ailleurs\u00a0: l’autre version se trouve sous la vôtre. Supprimez celle dont vous ne voulez pas.`
        : `Les questions ${f.list(numbers.map(f.number))} ont aussi été modifiées ailleurs\u00a0: l’autre version de chacune se trouve sous la vôtre. Supprimez celles dont vous ne voulez pas.`,
    title: (title) => `Le titre a aussi été modifié ailleurs, en «\u00a0${title}\u00a0». Le vôtre a été conservé.`,
    description: (text) =>
      `La description a aussi été modifiée ailleurs, en «\u00a0${text}\u00a0». La vôtre a été conservée.`,
    ok: 'OK',
  },
  left: (count) =>
    count >= 0 ? f.plural(count, { one: 'restant', other: 'restants' }) : `${f.number(-count)} de trop`,
  keys: 'Entrée\u00a0: réponse suivante. Alt+Entrée\u00a0: bonne réponse. Alt+↑ ou ↓\u00a0: déplacer. Retour arrière dans une réponse vide\u00a0: supprimer. Ctrl+Entrée\u00a0: ajouter une question.',
  keysUnmarked:
    'Entrée\u00a0: ligne suivante. Alt+↑ ou ↓\u00a0: déplacer. Retour arrière dans une ligne vide\u00a0: supprimer. Ctrl+Entrée\u00a0: ajouter une question.',
  keysFixed:
    'Entrée\u00a0: réponse suivante. Alt+Entrée\u00a0: bonne réponse. Alt+↑ ou ↓\u00a0: déplacer. Ctrl+Entrée\u00a0: ajouter une question.',
  show: { form: 'Modifier', preview: 'Aperçu' },
  addQuestion: 'Ajouter une question',
  emptyPrompt: 'Nouvelle question',
  unsound: 'incomplète',
  moveQuestion: (place) => `Déplacer la question ${f.number(place + 1)}\u00a0: glissez-la ou utilisez les flèches`,
  moveUp: 'Monter',
  moveDown: 'Descendre',
  movedTo: (place, count) => `Désormais question ${f.number(place + 1)} sur ${f.number(count)}`,
  added: (place, count) => `Question ${f.number(place + 1)} ajoutée, ${f.number(count)} au total`,
  removed: (place) => `Question ${f.number(place + 1)} supprimée`,
  duplicate: 'Dupliquer',
  prompt: 'Question',
  lists: {
    answers: {
      title: 'Réponses',
      entry: (name) => `Réponse ${name}`,
      add: 'Ajouter une réponse',
    },
    accepted: {
      title: 'Réponses acceptées',
      entry: (name) => `Réponse acceptée ${name}`,
      add: 'Accepter une autre réponse',
    },
    items: {
      title: 'Éléments dans le bon ordre',
      entry: (name) => `Élément ${name}`,
      add: 'Ajouter un élément',
    },
    pairs: {
      title: 'Paires à associer',
      entry: (name) => `Paire ${name}`,
      add: 'Ajouter une paire',
    },
  },
  partner: (entry) => `${entry}, à associer`,
  moveEntry: (entry) => `Déplacer «\u00a0${entry}\u00a0»\u00a0: faites glisser ou utilisez les flèches`,
  removeEntry: (entry) => `Supprimer «\u00a0${entry}\u00a0»`,
  rightOne: 'bonne réponse',
  rightIs: (letter) => `${letter} est une bonne réponse`,
  type: 'Type de question',
  types: {
    singleChoice: 'Choix unique',
    multipleChoice: 'Choix multiple',
    trueFalse: 'Vrai ou faux',
    typedAnswer: 'Réponse écrite',
    number: 'Nombre',
    slider: 'Curseur',
    order: 'Remettre en ordre',
    match: 'Associer des paires',
    poll: 'Sondage',
    rating: 'Note',
    wordCloud: 'Nuage de mots',
    openText: 'Texte libre',
    slide: 'Diapositive',
  },
  groups: { scored: 'Avec une bonne réponse', unscored: 'Opinions', other: 'Sans réponse' },
  untimed: 'Sans limite de temps',
  yes: 'Vrai',
  no: 'Faux',
  time: 'Temps de réponse (s)',
  timeHint: (least, most) => `De ${f.number(least)} à ${f.number(most)} secondes.`,
  worth: 'Points',
  explanation: 'Explication',
  explanationHint: 'Affichée avec la bonne réponse.',
  preview: 'Ce que voient les joueurs',
  sides: { question: 'Question', answer: 'Réponse' },
});
