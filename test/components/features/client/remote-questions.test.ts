import { expect, it, onTestFinished } from 'vitest';
import { DreamWebProvider, RemoteFlagClient } from '../../../../src/components/features/client/index.ts';
import { apiVersion, userAgent } from '../../../../src/components/features/client/updates/version.ts';
import { apiVersions } from '../../../../src/server/request/api-version.ts';
import packageJson from '../../../../package.json' with { type: 'json' };
import { quick, until } from './support/client-of.ts';

const answerOf = (name: string): Response =>
  Response.json({ version: name, flags: { who: { value: name, variant: name, reason: 'STATIC' } } });

/** A server whose answers and events come when the test says so. */
function scripted() {
  const questions: { readonly body: string; readonly answer: (response: Response) => void }[] = [];
  const headers: Readonly<Record<string, string>>[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const fetch = async (
    url: string,
    request: { readonly body?: string; readonly headers: Record<string, string>; readonly signal: AbortSignal },
  ) => {
    headers.push(request.headers);
    if (url.endsWith('/stream')) {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    }
    return new Promise<Response>((answer, reject) => {
      questions.push({ body: request.body ?? '', answer });
      request.signal.addEventListener('abort', () => reject(new Error('called off')));
    });
  };
  const client = new RemoteFlagClient({
    apiKey: 'pk_test_1',
    baseUrl: 'http://flags',
    reports: false,
    context: { user: { key: 'ada' } },
    timing: quick,
    platform: { fetch },
  });
  onTestFinished(() => client.close());
  const asked = async (number: number) => {
    await expect.poll(() => questions.length).toBeGreaterThanOrEqual(number);
    const question = questions[number - 1];
    if (question === undefined) throw new Error('it was not asked');
    return question;
  };
  const notice = async (number: number): Promise<void> => {
    await expect.poll(() => streams.length).toBe(number);
    streams[number - 1]?.enqueue(new TextEncoder().encode('event: changed\ndata: {}\n\n'));
  };
  return { asked, client, headers, notice };
}

it('SD-05 a context that could not be asked about is asked about again, while the stream is open', async () => {
  const { asked, client, notice } = scripted();
  (await asked(1)).answer(answerOf('ada'));
  await until(client, 'VALID');
  await notice(1);
  (await asked(2)).answer(answerOf('ada'));
  const identified = client.identify({ user: { key: 'bob' } });
  (await asked(3)).answer(new Response('', { status: 503 }));
  expect([await identified, client.status, client.variation('who', '')]).toEqual([false, 'INTERRUPTED', 'ada']);
  const again = await asked(4);
  expect(JSON.parse(again.body)).toMatchObject({ context: { user: { key: 'bob' } } });
  again.answer(answerOf('bob'));
  await until(client, 'VALID');
  expect(client.variation('who', '')).toBe('bob');
  // What changes is still heard of.
  await notice(2);
  (await asked(5)).answer(answerOf('bob again'));
  await expect.poll(() => client.variation('who', '')).toBe('bob again');
});

it('SD-05 of two contexts in a row, that the first could not be asked about takes nothing from the second', async () => {
  const { asked, client } = scripted();
  (await asked(1)).answer(answerOf('ada'));
  await until(client, 'VALID');
  const [first, second] = [client.identify({ user: { key: 'bob' } }), client.identify({ user: { key: 'eve' } })];
  (await asked(2)).answer(new Response('', { status: 503 }));
  expect(await first).toBe(false);
  (await asked(3)).answer(answerOf('eve'));
  expect([await second, client.status, client.variation('who', '')]).toEqual([true, 'VALID', 'eve']);
});

it('SD-05 of two contexts in a row, that the first fails after the second was answered takes nothing from it', async () => {
  const { asked, client } = scripted();
  (await asked(1)).answer(answerOf('ada'));
  await until(client, 'VALID');
  const [first, second] = [client.identify({ user: { key: 'bob' } }), client.identify({ user: { key: 'eve' } })];
  (await asked(3)).answer(answerOf('eve'));
  expect(await second).toBe(true);
  (await asked(2)).answer(new Response('', { status: 503 }));
  expect([await first, client.status, client.variation('who', '')]).toEqual([false, 'VALID', 'eve']);
});

it('SD-05 a question that fails after a later one about the same context was answered takes nothing from it', async () => {
  const { asked, client, notice } = scripted();
  (await asked(1)).answer(answerOf('first'));
  await until(client, 'VALID');
  const identified = client.identify({ user: { key: 'bob' } });
  const slow = await asked(2);
  await notice(1);
  (await asked(3)).answer(answerOf('newer'));
  await expect.poll(() => client.variation('who', '')).toBe('newer');
  slow.answer(new Response('', { status: 503 }));
  expect([await identified, client.status, client.variation('who', '')]).toEqual([true, 'VALID', 'newer']);
});

it('SD-05 an answer for an earlier context makes no client VALID that holds none, and no provider ready', async () => {
  const { asked, client, notice } = scripted();
  const provider = new DreamWebProvider(client);
  const held: unknown[] = [];
  provider.events.addHandler('PROVIDER_READY', () => held.push(client.answers?.version));
  const initialized = provider.initialize({ targetingKey: 'bob' });
  const second = await asked(2);
  (await asked(1)).answer(answerOf('nobody'));
  // The stream is opened when the first answer has been dealt with.
  await notice(1);
  expect([client.status, client.answers, held]).toEqual(['INITIALIZING', undefined, []]);
  second.answer(answerOf('bob'));
  await initialized;
  expect([client.status, client.variation('who', ''), held]).toEqual(['VALID', 'bob', ['bob']]);
});

it('SD-05 an answer that comes after that to a later question is older, and changes nothing', async () => {
  const { asked, client, notice } = scripted();
  (await asked(1)).answer(answerOf('first'));
  await until(client, 'VALID');
  const identified = client.identify({ user: { key: 'bob' } });
  const slow = await asked(2);
  await notice(1);
  (await asked(3)).answer(answerOf('newer'));
  await expect.poll(() => client.variation('who', '')).toBe('newer');
  slow.answer(answerOf('older'));
  expect([await identified, client.variation('who', '')]).toEqual([true, 'newer']);
});

it('every question says what asks it, and for which version of the API', async () => {
  const { asked, client, headers, notice } = scripted();
  (await asked(1)).answer(answerOf('ada'));
  await until(client, 'VALID');
  await notice(1);
  expect([userAgent, apiVersion]).toEqual([`dream-sdk-typescript/${packageJson.version}`, apiVersions.at(-1)]);
  const told = { 'dream-version': apiVersion, 'user-agent': userAgent, 'x-publishable-key': 'pk_test_1' };
  expect(headers).toMatchObject([
    { ...told, accept: 'application/json' },
    { ...told, accept: 'text/event-stream' },
  ]);
});
