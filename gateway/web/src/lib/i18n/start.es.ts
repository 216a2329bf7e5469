import type { Formats } from './formats';
import type { StartTexts } from './start.en';

export const startTexts = (f: Formats): StartTexts => ({
  pitch: {
    title: 'Cuestionarios en vivo en tu propio equipo',
    lead: 'Haz una pregunta en la pantalla grande y todos responden con su móvil. Sin aplicación, sin cuenta, sin anuncios.',
    points: [
      'Se entra con un código y un toque.',
      'Cada respuesta cuenta desde que se envía, sea cual sea la velocidad de la red.',
      'Nadie pierde puntos: ni si se apaga el móvil ni si se reinicia el servidor.',
      'Catorce tipos de pregunta, equipos, modos de juego e informes.',
    ],
    tryNow: 'Probar ahora',
    tryHint: 'Un cuestionario de ejemplo con tres participantes simulados, en esta pantalla.',
    host: 'Organizar una partida',
  },
  samples: {
    title: 'Empezar con un ejemplo',
    hint: 'Juégalo tal cual o hazlo tuyo.',
    play: 'Jugar',
    edit: 'Editar',
    questions: (count) => f.plural(count, { one: 'pregunta', other: 'preguntas' }),
  },
  trial: {
    title: 'Probar Arena',
    starting: 'Preparando una partida para ti…',
    lead: 'Aquí organizas la partida y en el móvil participas. Tres participantes simulados entran solos.',
    phone: 'El móvil de un participante',
    openPhone: 'Abrir la vista del participante en otra pestaña',
    own: 'Organizar tu propia partida',
    names: ['Zorro Veloz', 'Nutria Serena', 'Búho Brillante'],
    words: ['sol', 'café', 'música', 'amigos', 'vacaciones'],
  },
});
