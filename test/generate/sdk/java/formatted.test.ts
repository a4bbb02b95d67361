import { format } from 'prettier';
import java from 'prettier-plugin-java';
import { expect, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { emitJava } from '../../../../src/generate/sdk/java/index.ts';
import { lineWidth } from '../../../../src/generate/sdk/typescript/layout/fit.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { awkwardApi } from '../typescript/awkward-api.ts';
import { eventfulApi } from '../typescript/eventful-api.ts';
import { hostileNames } from '../typescript/hostile-names.ts';
import { wideTexts } from '../wide-texts.ts';
import { pets } from './pets-api.ts';

/** The files that the formatter would write differently. */
async function unformatted(files: readonly SdkFile[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { path, text } of files.filter((file) => file.path.endsWith('.java'))) {
    const options = { parser: 'java', plugins: [java], tabWidth: 4, printWidth: lineWidth };
    if ((await format(text, options)) !== text) wrong.push(path);
  }
  return wrong;
}

test('a formatter has nothing to change in what is generated', async () => {
  const description = describeApi(productParts(createHost(), components), '0.1.0');
  for (const api of [description, awkwardApi, hostileNames, eventfulApi, pets, wideTexts]) {
    expect(await unformatted(emitJava(api, []))).toStrictEqual([]);
  }
});

test('nor in what is written by hand beside it', async () => {
  const beside = readTemplates('sdk/java');
  expect(await unformatted(beside)).toStrictEqual([]);
  expect(await unformatted([{ path: 'A.java', text: 'class A {int a;}\n' }])).toStrictEqual(['A.java']);
});
