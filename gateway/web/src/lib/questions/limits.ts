// The limits of questions that are not in the contract's own list, as the server has them.

export const questionLimits = {
  maxAccepted: 20,
  minItems: 2,
  maxItems: 8,
  maxUnitLength: 20,
  maxDecimals: 6,
  maxNumber: 1e12,
  maxSteps: 1_000,
  minRating: 2,
  maxRating: 10,
  maxLabelLength: 50,
  maxWords: 3,
  maxWordLength: 25,
  maxTypedLength: 150,
  maxOpenTextLength: 250,
  maxBodyLength: 1_000,
} as const;
