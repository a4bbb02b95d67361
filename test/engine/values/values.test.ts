import { describe, expect, it } from 'vitest';
import { durationMilliseconds } from '../../../src/engine/values/duration.ts';
import { instantMilliseconds } from '../../../src/engine/values/instant.ts';
import { isNetwork } from '../../../src/engine/values/network.ts';

describe('values that are written as text', () => {
  it.each([
    ['250ms', 250],
    ['10m', 600_000],
    ['24h', 86_400_000],
    ['365d', 31_536_000_000],
    ['2w', 1_209_600_000],
    ['0d', undefined],
    ['1.5h', undefined],
    ['10 m', undefined],
    ['m', undefined],
  ])('the duration %s', (text, expected) => {
    expect(durationMilliseconds(text)).toBe(expected);
  });

  it.each([
    ['1970-01-02', 86_400_000],
    ['1970-01-01T00:00:01Z', 1000],
    ['1970-01-01T01:00:00+01:00', 0],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2023-02-29', undefined],
    ['2023-04-31T10:00:00Z', undefined],
    ['2023-13-01', undefined],
    ['2023-00-10', undefined],
    ['2023-01-00', undefined],
    ['2023-01-01T24:00:00Z', undefined],
    ['today', undefined],
  ])('the moment %s', (text, expected) => {
    expect(instantMilliseconds(text)).toBe(expected);
  });

  it.each([
    ['10.0.0.0/8', true],
    ['192.0.2.7', true],
    ['0.0.0.0/0', true],
    ['2001:db8::/32', true],
    ['::ffff:10.0.0.1', true],
    ['10.0.0.0/33', false],
    ['10.0.0.256', false],
    ['10.0.0', false],
    ['10.0.0.0/08', false],
    ['2001:db8::/129', false],
    ['2001:db8:::1', false],
    ['acme.com', false],
    ['', false],
    ['10.0.0.0/8/8', false],
  ])('the network %s', (text, expected) => {
    expect(isNetwork(text)).toBe(expected);
  });
});
