import type { Attachment } from 'svelte/attachments';
import { placeAt } from '$lib/ui/reorder';

/** An entry under a finger: where it was, where it would be put down, how far it is carried, and how much room it takes. */
export interface Carry {
  from: number;
  to: number;
  byPx: number;
  roomPx: number;
}

/** How far an entry stands from its place while another one is carried. */
export function shiftOf(carry: Carry | null, index: number): number {
  if (!carry) return 0;
  const { from, to, byPx, roomPx } = carry;
  if (index === from) return byPx;
  if (from < index && index <= to) return -roomPx;
  return to <= index && index < from ? roomPx : 0;
}

/**
 * Lets the entries of a list be carried to another place while the others make room: with a finger by an element with `data-handle`, with a mouse
 * by everything but the buttons.
 */
export function carriable(
  oncarry: (carry: Carry | null) => void,
  onmove: (from: number, to: number) => void,
): Attachment {
  return (list) => {
    let stop: (() => void) | null = null;

    function start(event: Event) {
      if (!(event instanceof PointerEvent) || event.button !== 0 || stop || !(event.target instanceof Element)) return;
      const handle = event.target.closest('[data-handle]');
      if (!handle && (event.pointerType !== 'mouse' || event.target.closest('button'))) return;
      const entries = [...list.children];
      const from = entries.findIndex((entry) => entry.contains(event.target as Element));
      const box = entries[from]?.getBoundingClientRect();
      if (!box) return;
      const startY = event.pageY;
      // Where the entries stand before any of them makes room, on a page that may be scrolled meanwhile.
      const middles = entries.map((entry) => {
        const each = entry.getBoundingClientRect();
        return each.top + each.height / 2 + scrollY;
      });
      const next = entries[from + 1]?.getBoundingClientRect();
      const before = entries[from - 1]?.getBoundingClientRect();
      const gapPx = next ? next.top - box.bottom : before ? box.top - before.bottom : 0;
      let to = from;
      const move = (at: PointerEvent) => {
        if (at.pointerId !== event.pointerId) return;
        const byPx = at.pageY - startY;
        const edge = (middles[from] ?? 0) + byPx + (byPx > 0 ? box.height / 2 : -box.height / 2);
        to = placeAt(middles, from, edge);
        oncarry({ from, to, byPx, roomPx: box.height + gapPx });
      };
      const end = (at: PointerEvent) => {
        if (at.pointerId !== event.pointerId) return;
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
        oncarry(null);
      };
    }

    list.addEventListener('pointerdown', start);
    return () => {
      list.removeEventListener('pointerdown', start);
      stop?.();
    };
  };
}
