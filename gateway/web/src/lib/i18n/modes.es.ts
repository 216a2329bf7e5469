import type { Formats } from './formats';
import type { ModeTexts } from './modes.en';

export const modeTexts = (f: Formats): ModeTexts => ({
  legend: 'Modo de juego',
  names: {
    classic: 'Clásico',
    survivor: 'Supervivencia',
    race: 'Carrera',
    confidence: 'Apuestas',
    sharedDevice: 'Equipos, un dispositivo cada uno',
  },
  hints: {
    classic: 'Gana quien tenga más puntos.',
    survivor: 'Con demasiados fallos quedas fuera. Gana quien resista hasta el final.',
    race: 'La partida termina cuando alguien alcanza la meta.',
    confidence: 'Se apuestan puntos con cada respuesta.',
    sharedDevice: 'Cada equipo juega con un solo dispositivo y puede hablar antes de responder.',
  },
  survivor: {
    misses: 'Fallos hasta quedar fuera',
    rules: (misses) =>
      misses === 1
        ? 'Falla una pregunta y quedas fuera. Gana quien resista hasta el final.'
        : `Falla ${f.number(misses)} preguntas y quedas fuera. Gana quien resista hasta el final.`,
    lives: (lives) => f.plural(lives, { one: 'vida restante', other: 'vidas restantes' }),
    lastLife: 'Tu última vida: un fallo más y quedas fuera.',
    out: 'Quedaste fuera, pero no te vayas: sigue respondiendo por diversión. Tus respuestas ya no dan puntos.',
    survived: '¡Resististe hasta el final!',
  },
  race: {
    goal: 'Puntos por alcanzar',
    rules: (points) => `La partida termina en cuanto alguien llega a ${f.number(points)} puntos.`,
    toGo: (points) => `Te ${points === 1 ? 'falta' : 'faltan'} ${f.plural(points, { one: 'punto', other: 'puntos' })}`,
    reached: '¡Alcanzaste la meta!',
    there: 'alcanzó la meta',
  },
  sharedDevice: {
    talk: 'Tiempo para hablar antes de responder (segundos)',
    rules: (seconds) =>
      seconds === 0
        ? 'Un dispositivo por equipo: acuerda la respuesta con tu equipo; después la envía una persona.'
        : `Un dispositivo por equipo: hay ${f.plural(seconds, { one: 'segundo', other: 'segundos' })} para hablarlo; después responde una persona.`,
    talkItOver: 'Háblalo con tu equipo; después responde una persona.',
  },
  confidence: {
    rules:
      '¿Cuánta confianza tienes? Apuesta puntos con cada respuesta: si aciertas, se suman; si fallas, los pierdes. Nunca bajas de cero.',
    bet: '¿Cuántos puntos apuestas?',
    placed: (stake) => `Apostaste ${f.plural(stake, { one: 'punto', other: 'puntos' })}.`,
    won: (stake) => `Ganaste tu apuesta de ${f.plural(stake, { one: 'punto', other: 'puntos' })}.`,
    lost: (points) =>
      points > 0
        ? `Tu apuesta te costó ${f.plural(points, { one: 'punto', other: 'puntos' })}.`
        : 'No tenías nada que perder.',
    kept: (stake) => `Conservas tu apuesta de ${f.plural(stake, { one: 'punto', other: 'puntos' })}.`,
  },
});
