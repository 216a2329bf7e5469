import type { deviceTexts } from './devices.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof deviceTexts>('./devices.??.ts', { import: 'deviceTexts' }));

export const loadDeviceTexts = part.load;

/** The texts of the host's windows about other devices and hosts. */
export const deviceText = part.texts;
