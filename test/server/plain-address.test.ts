import { expect, it } from 'vitest';
import { plainAddress } from '../../src/server/plain-address.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['::', '::'],
  ['FE80::1%eth0', 'fe80::1%eth0'],
])('writes %j in one way', (sent, written) => {
  expect(plainAddress(sent)).toBe(written);
});

it.each(['', 'unknown', '203.0.113', '203.0.113.256', '010.0.0.1', '2001:db8::1::2', '203.0.113.7, 10.0.0.1'])(
  'takes %j for no address',
  (sent) => {
    expect(plainAddress(sent)).toBeNull();
  },
);

it('takes nothing for an address that is as long as whoever sends it likes', () => {
  expect(plainAddress(`fe80::1%${'z'.repeat(64)}`)).toBe(`fe80::1%${'z'.repeat(64)}`);
  expect(plainAddress(`fe80::1%${'z'.repeat(65)}`)).toBeNull();
});
