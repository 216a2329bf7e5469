import { describe, expect, it } from 'vitest';
import { en } from '$lib/i18n/en';
import { formatsOf } from '$lib/i18n/formats';
import { pseudo } from './pseudo';

describe('pseudo texts', () => {
  const texts = pseudo(en(formatsOf('en')));

  it('are longer and in brackets, those with values too', () => {
    expect(texts.close).toBe('[Clöösëë]');
    expect(texts.round(0, 5)).toBe('[Qüüëëstïïöön 1 ööf 5]');
    expect(texts.teams.names[0]).toBe('[Blüüëë trïïáánglëës]');
  });

  it('leave numbers as they are', () => expect(texts.format.number(1_234)).toBe('1,234'));
});
