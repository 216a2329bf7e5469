import { saveFile } from '$lib/author/export';
import type { Outcome } from '$lib/game/verdict';

const side = 1_080;
const margin = 90;
const paper = '#f7f4ec';
const ink = '#17181d';
const soft = '#575861';
const signal = '#ffd23f';
const squares: Record<Outcome, string> = {
  right: '#00694f',
  partial: '#f2b01e',
  wrong: '#b3261e',
  none: '#cfc9b8',
  unscored: '#cfc9b8',
};

export interface ResultFacts {
  title: string;
  name: string;
  /** Best first: the place, the points, how many were right. */
  lines: readonly string[];
  /** Of each question that counted. */
  outcomes: readonly Outcome[];
}

/** The largest size, at most the one wanted, at which a text fits the width. */
function fit(context: CanvasRenderingContext2D, text: string, wanted: number, width: number): void {
  const font = (size: number) => `800 ${size}px 'Bricolage Grotesque Variable', system-ui, sans-serif`;
  context.font = font(wanted);
  const measured = context.measureText(text).width;
  if (measured > width) context.font = font(Math.floor((wanted * width) / measured));
}

/** A player's game as a square picture; null where the browser draws none. */
export async function resultPicture({ title, name, lines, outcomes }: ResultFacts): Promise<File | null> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const width = side - 2 * margin;
  context.fillStyle = paper;
  context.fillRect(0, 0, side, side);
  context.fillStyle = signal;
  context.fillRect(0, 0, side, 36);

  context.textBaseline = 'top';
  const write = (text: string, y: number, size: number, colour: string) => {
    context.fillStyle = colour;
    fit(context, text, size, width);
    context.fillText(text, margin, y);
  };
  write('Arena', 90, 56, ink);
  write(title, 170, 48, soft);
  write(name, 300, 110, ink);
  lines.forEach((line, index) => write(line, 450 + index * 90, index === 0 ? 76 : 60, index === 0 ? ink : soft));

  const columns = Math.min(10, Math.max(outcomes.length, 1));
  const cell = Math.min(90, width / columns);
  outcomes.slice(0, 30).forEach((outcome, index) => {
    context.fillStyle = squares[outcome];
    const [column, row] = [index % columns, Math.floor(index / columns)];
    context.fillRect(margin + column * cell, 740 + row * cell, cell - 12, cell - 12);
  });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new File([blob], 'arena.png', { type: 'image/png' });
}

/** Hands a file to another app, else saves it. Says which, or null when the share was called off. */
export async function handOutFile(file: File): Promise<'shared' | 'saved' | null> {
  const data = { files: [file] };
  if (typeof navigator.canShare === 'function' && navigator.canShare(data)) {
    try {
      await navigator.share(data);
      return 'shared';
    } catch {
      return null;
    }
  }
  saveFile(file.name, file, file.type);
  return 'saved';
}
