import { t } from '$lib/i18n/index.svelte';
import { q } from '../texts.svelte';

/** A number with its unit, as the language writes both. */
export const valueText = (value: number, unit: string | null): string =>
  `${t().format.value(value)}${unit ? `\u00a0${unit}` : ''}`;

/** The right number, and how far from it an answer may be. */
export const withinText = ({ value, tolerance }: { value: number; tolerance: number }, unit: string | null): string =>
  tolerance > 0 ? q().number.within(valueText(value, unit), valueText(tolerance, unit)) : valueText(value, unit);
