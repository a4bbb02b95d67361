import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dream-totals-'));
});

afterAll(() => rm(directory, { recursive: true }));

test('a test that several runs took part in counts once, and as failed when it failed in any', async () => {
  const short = await report({ 'a.test.ts': ['one passed', 'two passed'] });
  const long = await report({ 'a.test.ts': ['one passed', 'two failed'], 'b.test.ts': ['one passed'] });
  expect(await totals(short)).toEqual({ exitCode: 0, lines: ['2 passed, 0 failed'] });
  expect(await totals(short, long)).toEqual({ exitCode: 1, lines: ['2 passed, 1 failed'] });
});

test('two tests of one title are two tests', async () => {
  expect(await totals(await report({ 'a.test.ts': ['one passed', 'one passed'] }))).toMatchObject({
    lines: ['2 passed, 0 failed'],
  });
});

test('a file that does not load and a report that is not there count as failures', async () => {
  const broken = await report({ 'a.test.ts': ['one passed'], 'b.test.ts': [] });
  expect(await totals(broken)).toEqual({ exitCode: 1, lines: ['1 passed, 1 failed'] });
  const absent = join(directory, 'absent.json');
  expect(await totals(absent)).toEqual({ exitCode: 1, lines: [`no report in ${absent}`, '0 passed, 1 failed'] });
});

test('no test at all is not a success', async () => {
  expect(await totals(await report({}))).toEqual({ exitCode: 1, lines: ['0 passed, 0 failed'] });
});

/** A report as Vitest writes it: by file, the tests as `title status`; a file without tests did not load. */
async function report(files: { readonly [file: string]: readonly string[] }): Promise<string> {
  const testResults = Object.entries(files).map(([name, tests]) => ({
    name,
    status: tests.length === 0 || tests.some((line) => line.endsWith('failed')) ? 'failed' : 'passed',
    assertionResults: tests.map((line) => {
      const [fullName, status] = line.split(' ');
      return { fullName, status };
    }),
  }));
  const path = join(directory, `${crypto.randomUUID()}.json`);
  await writeFile(path, JSON.stringify({ testResults }));
  return path;
}

async function totals(
  ...reports: readonly string[]
): Promise<{ exitCode: number | undefined; lines: readonly string[] }> {
  const { exitCode, stdout } = await execa('node', ['scripts/test-totals.ts', ...reports], { reject: false });
  return { exitCode, lines: stdout.split('\n') };
}
