// A resource that is called like a method of every client would be that method twice, which javac refuses.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientMembers } from '../../../src/generate/sdk/java/syntax/names.ts';

const source = 'templates/sdk/java/src/main/java/dev/dream/sdk/DreamClient.java';
const method = /^ {4}(?:public|protected) .*?(?<name>\w+)\(.*\) \{$/gmu;

test('no resource of the SDK for Java is called like what every client has', () => {
  const methods = [...readFileSync(source, 'utf8').matchAll(method)].flatMap(({ groups }) => groups?.['name'] ?? []);
  expect(methods).toContain('clearUserToken');
  expect(clientMembers).toEqual(expect.arrayContaining(methods.filter((name) => name !== 'DreamClient')));
});
