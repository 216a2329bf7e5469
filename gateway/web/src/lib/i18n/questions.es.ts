import type { Formats } from './formats';
import type { QuestionTexts } from './questions.en';

export const questionTexts = (f: Formats): QuestionTexts => ({
  yourAnswer: 'Tu respuesta',
  left: (count) => f.plural(count, { one: 'carácter restante', other: 'caracteres restantes' }),
  number: {
    sign: 'Cambiar el signo',
    readAs: (value) => `Vas a enviar ${value}`,
    unreadable: 'Eso no es un número.',
    decimals: (most) =>
      most === 0 ? 'Solo números enteros.' : `Como máximo, ${f.plural(most, { one: 'decimal', other: 'decimales' })}.`,
    less: 'Menos',
    more: 'Más',
    within: (value, tolerance) => `${value} (${tolerance} más o menos)`,
    from: (from, to) => (from === to ? from : `${from} a ${to}`),
  },
  pin: {
    label: (alt) => `${alt ?? 'Imagen'}. Toca el lugar o mueve la mira con las flechas.`,
    keys: 'También puedes usar las flechas; con Mayús avanzan más.',
    at: (x, y) => `${f.percent(x, 1)} desde la izquierda, ${f.percent(y, 1)} desde arriba`,
  },
  order: {
    yours: 'Tu orden',
    up: (item) => `Subir «${item}»`,
    down: (item) => `Bajar «${item}»`,
    drag: (item, place, count) =>
      `${item}: ${f.number(place + 1)} de ${f.number(count)}. Arrástralo o usa las flechas.`,
    movedTo: (item, place, count) => `${item}: ahora ${f.number(place + 1)} de ${f.number(count)}`,
    placed: (count) => f.plural(count, { one: 'participante lo puso aquí', other: 'participantes lo pusieron aquí' }),
  },
  match: {
    pairs: 'Tus parejas',
    choices: 'Elige entre estas',
    open: (left) => `${left}: aún sin pareja`,
    paired: (left, right) => `${left}: ${right}`,
    remove: (left, right) => `${left}: ${right}. Deshacer esta pareja.`,
    placed: (count) => f.plural(count, { one: 'participante acertó', other: 'participantes acertaron' }),
  },
  rating: {
    step: (step, steps, label) => `${f.number(step)} de ${f.number(steps)}${label ? `: ${label}` : ''}`,
    average: (average) => `Promedio: ${f.value(Math.round(average * 10) / 10)}`,
  },
  words: { word: (place) => `Palabra ${f.number(place + 1)}`, none: 'Aún no hay palabras.' },
  answers: {
    none: 'Aún no hay respuestas.',
    show: (count) => `Mostrar ${f.plural(count, { one: 'respuesta', other: 'respuestas' })} a la sala`,
    hide: 'Ocultar las respuestas',
    accept: 'Aceptar',
    others: 'Otras respuestas',
    showOthers: 'Mostrar las otras respuestas a la sala',
    hideOthers: 'Ocultar las otras respuestas',
    withHost: 'El anfitrión tiene tus respuestas.',
    times: (count) => f.plural(count, { one: 'vez', other: 'veces' }),
  },
  isCorrect: 'correcta',
  isWrong: 'incorrecta',
});
