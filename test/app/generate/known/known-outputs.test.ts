import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateAll } from '../../../../src/app/generate/generate-all.ts';
import { generateDocs } from '../../../../src/app/generate/generate-docs.ts';
import { generateOpenApi } from '../../../../src/app/generate/generate-openapi.ts';
import { generateSdk } from '../../../../src/app/generate/generate-sdk.ts';
import { isAsKnown } from '../../../../src/app/generate/known/is-as-known.ts';
import type { KnownOutputs } from '../../../../src/app/generate/known/known-output.ts';
import { outputs } from '../../../../src/app/generate/known/outputs.ts';
import { Product } from '../../../../src/app/generate/product.ts';
import { fileHash } from '../../../../src/app/generate/sdk/file-list.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { projectFolder } from '../../../support/project-folder.ts';

const host = createHost();
const product = new Product(host);
const all = outputs(product);
const known: KnownOutputs = (name) => all[name];
const unmade = (): never => {
  throw new TypeError('nothing should be made');
};

test('CP-05 what the build knows of all that is written is what is written, and then nothing is made to compare with', async () => {
  const directory = projectFolder({});
  const written = await generateAll({ host, directory, check: false });
  expect([written.openapi.documents, written.docs.files].flat().every(({ state }) => state === 'new')).toBe(true);
  const options = { host, check: true, known, product: unmade };
  const openapi = await generateOpenApi({ ...options, directory: join(directory, 'openapi') });
  expect(openapi.documents).toStrictEqual(
    written.openapi.documents.map((document) => ({ ...document, state: 'unchanged' })),
  );
  const sdks = await generateSdk({ ...options, directory: join(directory, 'sdks') });
  const docs = await generateDocs({ ...options, directory: join(directory, 'docs/api') });
  for (const { files, operations, types } of sdks.sdks) {
    expect(new Set(files.map(({ state }) => state))).toStrictEqual(new Set(['unchanged']));
    expect({ operations, types }).toStrictEqual({ operations: docs.operations, types: product.api.types.length });
  }
  expect(sdks.sdks.map(({ files }) => files.length)).toStrictEqual(written.sdks.sdks.map(({ files }) => files.length));

  writeFileSync(join(directory, 'docs/api/billing.md'), 'Edited.\n');
  await expect(generateDocs({ ...options, directory: join(directory, 'docs/api') })).rejects.toThrow(
    'nothing should be made',
  );
  mkdirSync(join(directory, 'openapi/gone'));
  const text = readFileSync(join(directory, 'openapi/billing/billing.yaml'), 'utf8');
  writeFileSync(join(directory, 'openapi/gone/gone.yaml'), text.replace('"Dream: billing"', '"Dream: gone"'));
  const left = await generateOpenApi({
    ...options,
    directory: join(directory, 'openapi'),
    product: async () => product,
  });
  expect(left.documents.at(-1)).toMatchObject({ path: 'gone/gone.yaml', state: 'gone' });
});

test('a folder is as it is known to be only where every file is one, and says the same but for ends of lines', async () => {
  const directory = projectFolder({ 'a/one.txt': 'One.\n', 'two.txt': 'Two.\n', 'mine.txt': 'Mine.\n' });
  const output = {
    files: { 'a/one.txt': fileHash('One.\n'), 'two.txt': fileHash('Two.\n') },
    operations: 0,
    types: 0,
    documents: [],
  };
  const isFresh = (): Promise<boolean> => isAsKnown(output, directory, host.files);
  expect(await isFresh()).toBe(true);
  writeFileSync(join(directory, 'two.txt'), 'Two.\r\n');
  expect(await isFresh()).toBe(true);
  writeFileSync(join(directory, 'two.txt'), 'Two\n');
  expect(await isFresh()).toBe(false);
  rmSync(join(directory, 'two.txt'));
  expect(await isFresh()).toBe(false);
  writeFileSync(join(directory, 'two.txt'), 'Two.\n');
  renameSync(join(directory, 'a'), join(directory, 'b'));
  symlinkSync('b', join(directory, 'a'));
  expect(await isFresh()).toBe(false);
});
