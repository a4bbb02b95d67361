// The evaluator of the SDK for Python answers as every other one.
import { expect, test } from 'vitest';
import { pythonOutput, withPython } from './with-python.ts';

withPython('the evaluator', () => {
  test('FR-F004 the golden questions get their answers from the evaluator in Python', () => {
    expect(JSON.parse(pythonOutput('golden.py'))).toEqual({ asked: 10_000, wrong: 0, first: [] });
  });
});
