declare global {
  /** Whether this build holds the gallery of screens. */
  const __GALLERY__: boolean;
}

export {};
