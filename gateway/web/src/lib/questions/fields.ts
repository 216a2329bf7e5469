import type { DraftDetails } from '$lib/author/question';
import type { FormProps } from './forms';

/** How the fields of a form read and change the details of its question. */
export function detailFields(props: () => FormProps) {
  const change = <K extends keyof DraftDetails>(name: K, value: DraftDetails[K]) => {
    const { question, onchange } = props();
    onchange({ ...question, details: { ...question.details, [name]: value } }, `detail-${name}`);
  };
  return {
    change,
    /** All that a field for a number needs. */
    number: (name: 'value' | 'tolerance' | 'decimals' | 'min' | 'max' | 'step' | 'steps') => {
      const { question, faults, blamed } = props();
      return {
        value: question.details[name],
        fault: faults.find((fault) => fault.field === name),
        blamed,
        onchange: (value: number | null) => change(name, value),
        testid: `detail-${name}`,
      };
    },
    /** All that a field for a text needs. */
    text: (name: 'unit' | 'low' | 'high' | 'body') => {
      const { question, faults } = props();
      return {
        value: question.details[name],
        fault: faults.find((fault) => fault.field === name)?.code,
        oninput: (value: string) => change(name, value),
        testid: `detail-${name}`,
      };
    },
  };
}
