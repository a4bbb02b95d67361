// What a `Retry-After` asks for is read in one way by all clients of the SDK.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRetryAfter } from '../../../../templates/sdk/typescript/src/core/retry-after.ts';

const noon = Date.UTC(2026, 0, 2, 12);

test.each([
  ['0', 0],
  ['2', 2],
  ['1.5', 1.5],
  [' 7 ', 7],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ['Fri, 02 Jan 2026 12:00:03 GMT', 3],
  ['Fri, 02 Jan 2026 11:59:00 GMT', 0],
  ['Friday, 02-Jan-26 12:00:03 GMT', 3],
  ['Fri Jan  2 12:00:03 2026', 3],
  ['Sun Jan 11 12:00:00 2026', 9 * 86_400],
  // More than 50 years ahead: it was 1977.
  ['Sunday, 02-Jan-77 12:00:03 GMT', 0],
  ['Thursday, 02-Jan-76 12:00:00 GMT', (Date.UTC(2076, 0, 2, 12) - Date.UTC(2026, 0, 2, 12)) / 1000],
])('Retry-After: %s asks for %s seconds', (text, seconds) => {
  expect(readRetryAfter(text, noon)).toBe(seconds);
});

test.each([
  '',
  '-1',
  '+1',
  '1e3',
  '2 seconds',
  'soon 5',
  'Fri Jan 2 12:00:03 2026',
  'Fri,  2 Jan 2026 12:00:03 GMT',
  'Fri, 02 Jan 26 12:00:03 GMT',
  'Fri, 02 Jan 2026 12:00:03 +0000',
  'Fri, 02 Jan 2026 12:00 GMT',
  'Xyz, 02 Jan 2026 12:00:03 GMT',
  'Fri, 31 Feb 2026 12:00:03 GMT',
  'Fri, 29 Feb 2026 12:00:03 GMT',
  'Fri, 00 Jan 2026 12:00:03 GMT',
  'Fri, 02 Jan 2026 24:00:00 GMT',
  'Fri, 02 Jan 2026 12:60:03 GMT',
  'Fri, 02 Jan 2026 12:00:60 GMT',
  'Friday, 31-Feb-26 12:00:03 GMT',
  'Fryday, 02-Jan-26 12:00:03 GMT',
  'Fri, 02-Jan-26 12:00:03 GMT',
  '7, 8',
  'Fri Feb 31 12:00:03 2026',
  '2026-01-02T12:00:03Z',
  'Fri, 99 Xyz 2026 12:00:03 GMT',
  'Fri, 06 Nov 12026 00:00:00 GMT',
  null,
])('Retry-After: %s cannot be read', (text) => {
  expect(readRetryAfter(text, noon)).toBeUndefined();
});

test('clients of flags read it by the same code, which stands with them because that folder stands alone', () => {
  const ours = readFileSync('templates/sdk/typescript/src/core/retry-after.ts', 'utf8');
  expect(readFileSync('src/components/features/client/updates/retry-after.ts', 'utf8')).toBe(ours);
});
