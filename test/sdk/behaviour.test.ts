// Every case of test/conformance/sdk/ with the SDKs of all languages, at the same time: most of what a case takes is waiting.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { notTried } from '../support/not-tried.ts';
import { type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { readAreas } from './behaviour/case-files.ts';
import { CaseRunner } from './behaviour/case-runner.ts';
import { languages, prepared } from './behaviour/languages.ts';

const cases = readAreas().flatMap((area) => area.cases);
const looked = languages.map((language) => ({ language, missing: language.missing() }));
const here = looked.flatMap(({ language, missing }) => (missing === null ? [language] : []));

let server: ScriptedServer;
let runners: readonly CaseRunner[];

beforeAll(async () => {
  server = await startScriptedServer();
  const closed = `http://127.0.0.1:${await freePort()}`;
  runners = (await Promise.all(here.map(prepared))).map((language) => new CaseRunner(language, server, closed));
});

afterAll(async () => {
  await Promise.all(runners.map((runner) => runner.end()));
  await server.close();
});

const titled = cases.map((one) => ({ ...one, title: `${one.proves ? `${one.proves} ` : ''}${one.id}: ${one.says}` }));

test.each(titled)('$title', async (one) => {
  const problems = await Promise.all(
    runners.map(async (runner) => [runner.language.name, await runner.problems(one)] as const),
  );
  expect(Object.fromEntries(problems)).toEqual(Object.fromEntries(here.map(({ name }) => [name, []])));
});

test('the SDK for TypeScript is among them', () => {
  expect(here.map(({ name }) => name)).toContain('TypeScript');
});

for (const { language, missing } of looked) {
  if (missing !== null) notTried(`the cases are not tried with ${language.name}`, missing);
}
