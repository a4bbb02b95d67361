import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderSdkParity } from '../../scripts/sdk-parity.ts';
import { sdkLanguages } from '../../src/app/generate/sdk/languages.ts';
import { Dream } from '../../sdks/typescript/src/index.ts';
import { read } from '../support/documents.ts';

const page = read('docs/sdk-parity.md');
const rows = [...page.matchAll(/^\| `[^`]+`(?: \| `(?:client|dream)\.[^`]+`)+ \|$/gmu)].map(([row]) => row);

/** What stands before the parenthesis: `tenants.get`. */
function callsOf(language: string): readonly string[] {
  const column = sdkLanguages.findIndex(({ name }) => name === language);
  return rows.map((row) => /^`\w+\.([\w.()]+)\(/u.exec(row.split(' | ')[column + 1] ?? '')?.[1] ?? row);
}

test('SC-015 docs/sdk-parity.md is what the SDKs say; `node scripts/sdk-parity.ts` brings it up to date', () => {
  expect(page).toBe(renderSdkParity());
  expect(rows.length).toBeGreaterThan(90);
});

test('SC-015 every call for TypeScript that stands there is one', () => {
  const client = new Dream({ baseUrl: 'http://127.0.0.1:1', secretKey: 'sk_test_0' });
  for (const call of callsOf('typescript')) {
    const found = call.split('.').reduce<unknown>((inner, name) => Object(inner)[name], client);
    expect({ call, is: typeof found }).toStrictEqual({ call, is: 'function' });
  }
});

test('SC-015 every call for Python that stands there is one, of both clients', () => {
  for (const call of callsOf('python')) {
    const [method, ...resource] = call.split('.').toReversed();
    const module = `sdks/python/src/dream_sdk/resources/${resource.toReversed().join('_')}.py`;
    const text = existsSync(module) ? read(module) : '';
    const defined = [...text.matchAll(/^ {4}(?:async )?def (\w+)\(/gmu)].filter(([, name]) => name === method);
    expect({ call, times: defined.length }).toStrictEqual({ call, times: 2 });
  }
});

test('SC-015 every call for Java that stands there is one, and begins at the client', () => {
  const folder = 'sdks/java/src/main/java/dev/dream/sdk';
  const givenBy = (file: string, accessor: string): string =>
    new RegExp(`^ {4}public (\\w+) ${accessor}\\(\\) \\{$`, 'mu').exec(read(file))?.[1] ?? `nothing by ${accessor}`;
  for (const call of callsOf('java')) {
    const [method = '', ...accessors] = call.split('.').toReversed();
    const resource = accessors
      .toReversed()
      .reduce(
        (file, accessor) => `${folder}/resources/${givenBy(file, accessor.slice(0, -2))}.java`,
        `${folder}/Dream.java`,
      );
    const defined = [...read(resource).matchAll(/^ {4}public .* (\w+)\(/gmu)].filter(([, name]) => name === method);
    expect({ call, isThere: defined.length > 1 }).toStrictEqual({ call, isThere: true });
  }
});
