// Conditions of tests in Python become what they become in TypeScript, or are refused as there, operand by operand.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type Condition, TestFlagData } from '../../../src/components/features/client/index.ts';
import { conditions } from './conditions.ts';
import { pythonAnswers, withPython } from './with-python.ts';

function inTypeScript(condition: unknown): unknown {
  const data = TestFlagData.create().segment('pilots', { include: { tenant: ['acme'] } });
  try {
    data.flag('x').rule(condition as Condition, 'on');
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return 'refused';
  }
  return JSON.parse(JSON.stringify(data.ruleset().flags['x']?.rules?.[0]?.if));
}

withPython('conditions', () => {
  test('SD-06 a condition becomes the same in Python as in TypeScript, or is refused in both', () => {
    const inPython = pythonAnswers('conditions.py', conditions);
    const asked = conditions.map((condition, index) => ({
      condition,
      python: inPython[index],
      typescript: inTypeScript(condition),
    }));
    expect(asked.filter(({ python, typescript }) => !isDeepStrictEqual(python, typescript)).slice(0, 5)).toEqual([]);
    const refused = asked.filter(({ python }) => python === 'refused').length;
    expect([refused > 500, asked.length - refused > 300]).toEqual([true, true]);
  });
});
