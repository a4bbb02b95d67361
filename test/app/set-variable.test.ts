import { expect, it } from 'vitest';
import { setVariable } from '../../src/app/set-variable.ts';

it('takes a variable that is empty for one that is not set', () => {
  expect(setVariable({}, 'A')).toBeUndefined();
  expect(setVariable({ A: '' }, 'A')).toBeUndefined();
  expect(setVariable({ A: ' ' }, 'A')).toBeUndefined();
  expect(setVariable({ A: 'x ' }, 'A')).toBe('x ');
});
