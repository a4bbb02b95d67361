import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isJsonObject, type Json, type JsonObject } from '../../src/engine/json.ts';
import { applyResources } from '../support/apply-resources.ts';
import { useDatabases } from '../support/databases.ts';
import { read } from '../support/documents.ts';
import { startServer, type TestServer, textOf } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

const databases = useDatabases('postgres');

/** Fenced blocks of the guide, in order. */
const blocks = [...read('docs/access.md').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', text = '']) => ({
    language,
    text,
  }),
);

it('SD-09 every request of docs/access.md is answered as the page says', async () => {
  const server = await startServer(await databases.shared(), { operations: wholeTable });
  await applyResources(server, resourcesOfThePage());
  let answered = 0;
  for (const [index, { language, text }] of blocks.entries()) {
    if (language !== 'http') continue;
    const answer = await send(server, text);
    expect({ text, status: answer.status < 300 ? 'done' : answer.text }).toStrictEqual({ text, status: 'done' });
    const next = blocks[index + 1];
    if (next?.language !== 'json') continue;
    expect(withoutIds(answer.text)).toStrictEqual(JSON.parse(next.text));
    answered += 1;
  }
  expect(answered).toBe(8);
});

/** The resources of the page, by kind and key. */
function resourcesOfThePage(): { readonly [name: string]: JsonObject } {
  const documents = blocks.filter(({ language }) => language === 'yaml').map(({ text }): unknown => parse(text));
  return Object.fromEntries(
    documents.filter(isJsonObject).map(({ kind, key, ...body }) => [`${textOf(kind)}/${textOf(key)}`, body]),
  );
}

async function send(server: TestServer, text: string) {
  const [head = '', body = ''] = text.split('\n\n');
  const [first = '', ...lines] = head.trim().split('\n');
  const [method, path = ''] = first.split(' ');
  const headers = Object.fromEntries(lines.map((line) => line.toLowerCase().split(': ')));
  if (method !== 'GET' && method !== 'POST') throw new TypeError(first);
  return server.call(method, path, {
    headers: { ...server.admin(), ...headers },
    ...(body.trim() === '' ? {} : { body: JSON.parse(body) }),
  });
}

/** Ids are new each time; the page shows their kind. */
function withoutIds(text: string): Json {
  const shown: Json = JSON.parse(text.replaceAll(/"(dec|req)_[0-9A-Z]{26}"/g, '"$1_…"'));
  return shown;
}
