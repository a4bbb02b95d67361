// The SDK for Java answers what permissions cover and what roles may do as all others do.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { printedBy } from './permission-programs.ts';
import { notTried } from '../../support/not-tried.ts';

const golden = 'test/conformance/permissions/golden';
const names = ['matching', 'lists', 'answers', 'grants'] as const;

function linesOf(name: string): readonly string[] {
  return readFileSync(join(golden, `${name}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n');
}

if (hasJdk()) {
  test('P03 Java answers every golden line', async () => {
    const right = names.map((name) => [name, { count: linesOf(name).length, wrong: [] }]);
    expect(await printedBy('permissions.GoldenPermissions', golden)).toEqual(Object.fromEntries(right));
    expect(linesOf('answers').length).toBeGreaterThan(2_000);
  });

  test('an answer that differs is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(golden, folder, { recursive: true });
    const line = { granted: '*', asked: 'invoice:read', matches: false };
    writeFileSync(join(folder, 'matching.ndjson'), JSON.stringify(line));
    expect(await printedBy('permissions.GoldenPermissions', folder)).toMatchObject({
      matching: { count: 1, wrong: [{ question: line, given: { matches: true } }] },
    });
  });
} else {
  notTried('the permissions of the SDK for Java are not asked', jdkNeeds);
}
