import { expect, test } from 'vitest';
import { renderSdkParity } from '../../scripts/sdk-parity.ts';
import { Dream } from '../../sdks/typescript/src/index.ts';
import { read } from '../support/documents.ts';

const page = read('docs/sdk-parity.md');

test('SC-015 docs/sdk-parity.md is what the SDKs say; `node scripts/sdk-parity.ts` brings it up to date', () => {
  expect(page).toBe(renderSdkParity());
});

test('SC-015 every call for TypeScript that stands there is one', () => {
  const client = new Dream({ baseUrl: 'http://127.0.0.1:1', secretKey: 'sk_test_0' });
  const calls = [...page.matchAll(/^\| `[^`]+` \| `client\.([\w.]+)\([^`]*\)`/gmu)].map(([, call = '']) => call);
  expect(calls.length).toBeGreaterThan(90);
  for (const call of calls) {
    const found = call.split('.').reduce<unknown>((inner, name) => Object(inner)[name], client);
    expect({ call, is: typeof found }).toStrictEqual({ call, is: 'function' });
  }
});
