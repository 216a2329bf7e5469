import { gameLimits } from '$lib/contract';
import { textFault } from '$lib/author/text';
import type { DraftDetails, DraftQuestion } from '$lib/author/question';
import type { ContentFault, DraftType } from '../draft-type';
import { decimalsIn, snapped } from './parse';

const unitOf = ({ details: { unit } }: DraftQuestion) => (unit.trim() ? { unit } : {});
const shownUnit = ({ details: { unit } }: DraftQuestion) => unit.trim() || null;

const number =
  (field: keyof DraftDetails, least: number = -gameLimits.maxNumber, most: number = gameLimits.maxNumber) =>
  ({ details }: DraftQuestion): ContentFault[] => {
    const value = details[field];
    if (typeof value !== 'number') return [{ field, code: 'empty' }];
    if (value < least) return [{ field, code: 'outOfRange', limit: least }];
    return value > most ? [{ field, code: 'outOfRange', limit: most }] : [];
  };

const valueFault = number('value');
const toleranceFault = number('tolerance', 0);
const decimalsFault = number('decimals', 0, gameLimits.maxDecimals);

function unitFault({ details: { unit } }: DraftQuestion): ContentFault[] {
  const code = unit.trim() === '' ? null : textFault(unit, gameLimits.maxNoteLength, false);
  return code ? [{ field: 'unit', code, limit: gameLimits.maxNoteLength }] : [];
}

/** How far an answer may be from the right number: none where it has to be exact. */
const toleranceOf = ({ details: { closeness, tolerance } }: DraftQuestion) =>
  closeness === 'exact' ? 0 : (tolerance ?? 0);

export const numberDraft: DraftType<'number'> = {
  list: null,
  read: ({ value, tolerance, scoring, decimals, unit = '' }) => ({
    value,
    tolerance,
    closeness: scoring,
    decimals,
    unit,
  }),
  write: (question) => ({
    type: 'number',
    value: question.details.value ?? 0,
    tolerance: toleranceOf(question),
    scoring: question.details.closeness,
    decimals: Math.max(question.details.decimals ?? 0, decimalsIn(question.details.value ?? 0)),
    ...unitOf(question),
  }),
  *faults(question) {
    yield* valueFault(question);
    if (question.details.closeness !== 'exact') yield* toleranceFault(question);
    yield* decimalsFault(question);
    yield* unitFault(question);
  },
  task: (question) => ({
    type: 'number',
    decimals: Math.max(question.details.decimals ?? 0, decimalsIn(question.details.value ?? 0)),
    unit: shownUnit(question),
  }),
  key: (question) => ({ kind: 'number', value: question.details.value ?? 0, tolerance: toleranceOf(question) }),
  answer: ({ details }) => ({ kind: 'number', value: details.value ?? 0 }),
};

function* scaleFaults(question: DraftQuestion): Generator<ContentFault> {
  const { min, max, step, value } = question.details;
  const missing = [...number('min')(question), ...number('max')(question), ...number('step')(question)];
  yield* missing;
  if (missing.length > 0 || min === null || max === null || step === null) return;
  if (max <= min) yield { field: 'max', code: 'outsideScale' };
  else if (step <= 0 || step > max - min || (max - min) / step > gameLimits.maxSliderSteps)
    yield { field: 'step', code: 'outsideScale' };
  else if (
    value !== null &&
    (value < min || value > max || (value !== max && snapped(value, min, max, step) !== value))
  )
    yield { field: 'value', code: 'outsideScale' };
}

export const sliderDraft: DraftType<'slider'> = {
  list: null,
  read: ({ min, max, step, value, tolerance, unit = '' }) => ({ min, max, step, value, tolerance, unit }),
  write: (question) => ({
    type: 'slider',
    min: question.details.min ?? 0,
    max: question.details.max ?? 0,
    step: question.details.step ?? 1,
    value: question.details.value ?? 0,
    tolerance: question.details.tolerance ?? 0,
    ...unitOf(question),
  }),
  *faults(question) {
    if (question.details.value === null) yield { field: 'value', code: 'empty' };
    yield* scaleFaults(question);
    yield* toleranceFault(question);
    yield* unitFault(question);
  },
  task: (question) => {
    const { min, max, step } = question.details;
    const least = min ?? 0;
    const most = Math.max(least + 1, max ?? least + 1);
    return { type: 'slider', min: least, max: most, step: step && step > 0 ? step : 1, unit: shownUnit(question) };
  },
  key: ({ details }) => ({ kind: 'number', value: details.value ?? 0, tolerance: details.tolerance ?? 0 }),
  answer: ({ details }) => ({ kind: 'number', value: details.value ?? 0 }),
};
