import type { KeyView, Tally } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { q } from '../texts.svelte';
import { binOf } from './bins';

/** How many columns have room for a name each. */
const roomy = 4;

/** The numbers that were answered, as columns: that of the right one is marked and named. */
export function columnsOf(tally: Tally | null, key: KeyView | null) {
  const bins = tally?.kind === 'numbers' ? tally.bins : [];
  const right = key?.kind === 'number' ? binOf(bins, key.value) : -1;
  const last = bins.length - 1;
  /** Beside the right one an end has no room: names are long on a phone. */
  const isNear = (index: number) => right >= 0 && right !== index && Math.abs(right - index) < bins.length / 2;
  return bins.map((bin, index) => ({
    name: q().number.from(t().format.value(bin.from), t().format.value(bin.to)),
    isNamed: bins.length <= roomy || index === right || ((index === 0 || index === last) && !isNear(index)),
    count: bin.count,
    right: index === right,
  }));
}
