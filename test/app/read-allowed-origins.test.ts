import { expect, test } from 'vitest';
import { readAllowedOrigins } from '../../src/app/read-allowed-origins.ts';
import { originMatcher } from '../../src/server/browsers/origins.ts';

const read = (text: string) => readAllowedOrigins({ DREAM_ALLOWED_ORIGINS: text });

test('DA-01 origins are a list, and none unless said', () => {
  expect(readAllowedOrigins({})).toStrictEqual([]);
  expect(read(' , ')).toStrictEqual([]);
  const origins = ['https://app.acme.com', 'http://localhost:3000', 'https://*.acme.dev', 'http://[::1]:3000', '*'];
  expect(read(origins.join(', '))).toStrictEqual(origins);
  expect(read('capacitor://localhost')).toStrictEqual(['capacitor://localhost']);
});

test.each([
  'app.acme.com',
  'https://app.acme.com/',
  'https://app.acme.com:443',
  'https://App.acme.com',
  'https://app.*.com',
  'https://a:b@acme.com',
  'null',
])('DA-01 %s is no origin as browsers send it', (wrong) => {
  expect(() => read(`https://acme.com, ${wrong}`)).toThrow(
    expect.objectContaining({ code: 'serve/unreadable-origins', message: expect.stringContaining(`'${wrong}'`) }),
  );
});

test('DA-01 an origin is matched as a whole, or below a parent', () => {
  const matches = originMatcher(['https://app.acme.com', 'https://*.acme.dev:8443']);
  const allowed = ['https://app.acme.com', 'https://a.acme.dev:8443', 'https://b.a.acme.dev:8443'];
  const refused = [
    'http://app.acme.com',
    'https://app.acme.com.evil.com',
    'https://acme.dev:8443',
    'https://.acme.dev:8443',
    'https://a.acme.dev',
    'https://evil.com#.acme.dev:8443',
    'https://evilacme.dev:8443',
    'null',
    '',
  ];
  expect(allowed.filter((origin) => !matches(origin))).toStrictEqual([]);
  expect(refused.filter((origin) => matches(origin))).toStrictEqual([]);
  expect(originMatcher(['*'])('null')).toBe(true);
});
