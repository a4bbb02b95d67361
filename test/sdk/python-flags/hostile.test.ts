import { expect, test } from 'vitest';
import { pythonOutput, withPython } from './with-python.ts';

withPython('what is hostile', () => {
  test('no program and no server makes flags raise or wait, whatever it hands over', () => {
    expect(pythonOutput('hostile.py')).toBe('every part was run\n');
  });

  test('a test that names a variation which a flag does not have is told so where it does', () => {
    expect(pythonOutput('named_variations.py')).toBe('every part was run\n');
  });

  test('where no thread can be had, flags come by the stream alone, and are polled once there is one', () => {
    expect(pythonOutput('threads.py')).toBe('every part was run\n');
  });
});
