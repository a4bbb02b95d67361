import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { allErrors, definingFiles, errorDocsPath, renderErrorDocs } from '../../scripts/error-docs.ts';
import { isJsonObject } from '../../src/engine/json.ts';
import type { ErrorDefinition } from '../../src/engine/platform-error/index.ts';
import { createHost } from '../../src/host/create-host.ts';
import { openApiDocument } from '../../src/server/openapi/openapi.ts';
import { wholeTable } from '../support/whole-table.ts';

describe('P02 the error catalogue', () => {
  let definitions: readonly ErrorDefinition[];
  let page: string;
  beforeAll(async () => {
    definitions = await allErrors();
    page = await readFile(errorDocsPath, 'utf8');
  });

  it('P02 has every code that the source defines, each defined in one place and exported', async () => {
    const written = (await definingFiles()).flatMap(({ codes }) => codes);
    expect(written.length).toBeGreaterThan(30);
    expect(definitions.map(({ code }) => code)).toStrictEqual(written.toSorted());
  });

  it('P02 docs/errors.md describes every code and no other; `node scripts/error-docs.ts` brings it up to date', () => {
    expect([...page.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code)).toStrictEqual(
      definitions.map(({ code }) => code),
    );
    expect(page).toBe(renderErrorDocs(definitions));
  });

  it('P02 OpenAPI lists every code that a server sends, with the status of the source', () => {
    const table = openApiDocument(wholeTable(createHost(), null), '0')['x-error-codes'];
    const listed = Object.entries(isJsonObject(table) ? table : {}).map(([code, entry]) => [
      code,
      isJsonObject(entry) ? entry['status'] : null,
    ]);
    const sent = definitions.filter(({ code }) => !isRaisedLocally(code)).map(({ code, status }) => [code, status]);
    expect(listed).toStrictEqual(sent);
  });
});

/** Errors of the command line, and of a start that fails: no server sends them. */
function isRaisedLocally(code: string): boolean {
  return /^(client|cli|db|serve)\//.test(code) || /^secrets\/(unusable-master-key|master-key-gone)$/.test(code);
}
