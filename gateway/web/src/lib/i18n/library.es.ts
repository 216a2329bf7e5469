import type { Formats } from './formats';
import type { LibraryTexts } from './library.en';

export function libraryTexts(f: Formats): LibraryTexts {
  const size = (bytes: number) =>
    bytes < 1e6 ? `${f.number(Math.ceil(bytes / 1e3))}\u00a0kB` : `${f.number(Math.round(bytes / 1e5) / 10)}\u00a0MB`;
  return {
    title: 'Mi multimedia',
    lead: 'Las imágenes, los sonidos y los videos de tus cuestionarios. Los archivos que no usa ningún cuestionario se eliminan al cabo de un día.',
    find: 'Buscar multimedia',
    search: 'Buscar en nombres, descripciones y autores',
    onlyUnused: 'Solo archivos que no usa ningún cuestionario',
    found: (count, hasMore) =>
      hasMore ? `Los primeros ${f.number(count)} archivos` : f.plural(count, { one: 'archivo', other: 'archivos' }),
    none: 'Aún no tienes archivos multimedia. Añádelos a una pregunta en el editor.',
    noMatch: 'Ningún archivo coincide.',
    more: 'Mostrar más',
    quota: 'Espacio usado',
    kept: (bytes, quota) => `${size(bytes)} de ${size(quota)}`,
    kinds: { picture: 'Imagen', audio: 'Sonido', video: 'Video' },
    size,
    pixels: (width, height) => `${f.number(width)} × ${f.number(height)}`,
    lasts: (seconds) => `${f.number(seconds)}\u00a0s`,
    uploaded: (at) => f.date(at),
    usedIn: 'Se usa en',
    others: (count) => `y ${f.plural(count, { one: 'cuestionario más', other: 'cuestionarios más' })}`,
    unused: 'No se usa en ningún cuestionario',
    edit: 'Editar',
    editOf: (name) => `Editar «${name}»`,
    remove: 'Eliminar',
    removeOf: (name) => `Eliminar «${name}»`,
    removed: (name) => `Se eliminó «${name}».`,
    removeUnused: 'Eliminar todos los archivos sin usar',
    removeUnusedSure: '¿Eliminar todos los archivos que no usa ningún cuestionario?',
    removedUnused: (count) => `${f.plural(count, { one: 'archivo eliminado', other: 'archivos eliminados' })}.`,
    name: 'Nombre',
    alt: 'Qué muestra',
    altHint: 'Se lee en voz alta a quienes no pueden verlo u oírlo.',
    credit: 'Autor y licencia',
    creditHint: 'Se muestra con la respuesta correcta.',
    textsHint: 'Las preguntas toman estos textos cuando eliges el archivo. Las que ya lo usan conservan los suyos.',
    save: 'Guardar',
    saved: 'Guardado.',
    choose: 'Elegir de mi multimedia',
    use: 'Usar',
    useOf: (name) => `Usar «${name}»`,
    manage: 'Gestionar mi multimedia',
  };
}
