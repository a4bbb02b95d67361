import { expect, it } from 'vitest';
import { readInstant, readPast } from '../../src/app/read-instant.ts';

const now = new Date('2026-11-23T12:00:00Z');

it('a moment of the past is a date, an instant, or a duration before now', () => {
  const read = (text: string): string => readPast(text, now).toISOString();
  expect(read('2026-03-01')).toBe('2026-03-01T00:00:00.000Z');
  expect(read('2026-03-01T09:30:00+01:00')).toBe('2026-03-01T08:30:00.000Z');
  expect(read('90m')).toBe('2026-11-23T10:30:00.000Z');
  expect(read('7d')).toBe('2026-11-16T12:00:00.000Z');
  for (const text of ['yesterday', '', '0h', '-1h', '1.5h', '1y', '24', '999999999w', '999999d']) {
    expect(() => read(text), text).toThrow(`${text} is not a moment of the past.`);
  }
});

it('a moment that has to stay the same is no duration', () => {
  expect(readInstant('2026-03-01').toISOString()).toBe('2026-03-01T00:00:00.000Z');
  expect(() => readInstant('24h')).toThrow('24h is not an instant.');
});
