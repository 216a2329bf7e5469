import type { Attachment } from 'svelte/attachments';

/** One entry of a list on its way: where it was, and where it would be put down. */
export interface Drag {
  from: number;
  to: number;
}

/** Which place among its neighbours an entry held at a height would take: their middles decide. */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}

/** The place that a key moves an entry to, or null. */
export function placeOfKey(key: string, from: number, count: number): number | null {
  const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: count - 1 }[key];
  return to === undefined || to < 0 || to >= count || to === from ? null : to;
}

/** The list with one entry moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * Lets a list's entries be dragged by what carries `data-handle`, with mouse, pen and finger. Nothing moves before the entry is put down:
 * so the element that is held stays where it is, and one drag is one step.
 */
export function draggable(ondrag: (drag: Drag | null) => void, onmove: (from: number, to: number) => void): Attachment {
  return (list) => {
    let stop: (() => void) | null = null;

    function start(event: Event) {
      if (!(event instanceof PointerEvent) || event.button !== 0 || stop) return;
      const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null;
      const entries = [...list.children];
      const from = entries.findIndex((entry) => entry.contains(handle));
      if (!handle || from < 0) return;
      let to = from;
      const move = (at: PointerEvent) => {
        const middles = entries.map((entry) => {
          const box = entry.getBoundingClientRect();
          return box.top + box.height / 2;
        });
        to = placeAt(middles, from, at.clientY);
        ondrag({ from, to });
      };
      const end = (at: PointerEvent) => {
        stop?.();
        if (at.type === 'pointerup' && to !== from) onmove(from, to);
      };
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
      stop = () => {
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
        stop = null;
        ondrag(null);
      };
    }

    list.addEventListener('pointerdown', start);
    return () => {
      list.removeEventListener('pointerdown', start);
      stop?.();
    };
  };
}
