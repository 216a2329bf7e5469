import type { Formats } from './formats';
import type { LibraryTexts } from './library.en';

export function libraryTexts(f: Formats): LibraryTexts {
  const size = (bytes: number) =>
    bytes < 1e6 ? `${f.number(Math.ceil(bytes / 1e3))}\u00a0ko` : `${f.number(Math.round(bytes / 1e5) / 10)}\u00a0Mo`;
  return {
    title: 'Ma médiathèque',
    lead: 'Les images, sons et vidéos de vos quiz. Les fichiers qu’aucun quiz n’utilise sont supprimés au bout d’un jour.',
    find: 'Retrouver un média',
    search: 'Chercher dans les noms, les descriptions et les auteurs',
    onlyUnused: 'Seulement les fichiers qu’aucun quiz n’utilise',
    found: (count, hasMore) =>
      hasMore ? `Les ${f.number(count)} premiers fichiers` : f.plural(count, { one: 'fichier', other: 'fichiers' }),
    none: 'Vous n’avez pas encore de média. Ajoutez-en à une question dans l’éditeur.',
    noMatch: 'Aucun fichier ne correspond.',
    more: 'Afficher la suite',
    quota: 'Espace utilisé',
    kept: (bytes, quota) => `${size(bytes)} sur ${size(quota)}`,
    kinds: { picture: 'Image', audio: 'Son', video: 'Vidéo' },
    size,
    pixels: (width, height) => `${f.number(width)} × ${f.number(height)}`,
    lasts: (seconds) => `${f.number(seconds)}\u00a0s`,
    uploaded: (at) => f.date(at),
    usedIn: 'Utilisé dans',
    others: (count) => `et ${f.plural(count, { one: 'autre quiz', other: 'autres quiz' })}`,
    unused: 'Utilisé dans aucun quiz',
    edit: 'Modifier',
    editOf: (name) => `Modifier «\u00a0${name}\u00a0»`,
    remove: 'Supprimer',
    removeOf: (name) => `Supprimer «\u00a0${name}\u00a0»`,
    removed: (name) => `«\u00a0${name}\u00a0» a été supprimé.`,
    removeUnused: 'Supprimer tous les fichiers inutilisés',
    removeUnusedSure: 'Supprimer tous les fichiers qu’aucun quiz n’utilise\u00a0?',
    removedUnused: (count) => `${f.plural(count, { one: 'fichier supprimé', other: 'fichiers supprimés' })}.`,
    name: 'Nom',
    alt: 'Ce qu’il montre',
    altHint: 'Lu à voix haute aux personnes qui ne peuvent pas le voir ou l’entendre.',
    credit: 'Auteur et licence',
    creditHint: 'Affiché avec la bonne réponse.',
    textsHint:
      'Les questions reprennent ces textes quand vous choisissez le fichier. Celles qui l’utilisent déjà gardent les leurs.',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    choose: 'Choisir dans ma médiathèque',
    use: 'Utiliser',
    useOf: (name) => `Utiliser «\u00a0${name}\u00a0»`,
    manage: 'Gérer ma médiathèque',
  };
}
