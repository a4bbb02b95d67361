import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ResponseError } from '../../../../templates/sdk/typescript/src/core/errors.ts';
import { PlatformError } from '../../../../templates/sdk/typescript/src/core/platform-error.ts';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import type { ScriptedAnswer } from '../../behaviour/behaviour-case.ts';
import { Client } from './things.ts';

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

/** What a call ends in whose only answer this is. */
async function thrownFor(answer: ScriptedAnswer): Promise<unknown> {
  const { url } = server.play([answer]);
  return await new Client({ baseUrl: url, secretKey: 'sk_1', maxRetries: 0 }).things
    .get('a')
    .catch((error: unknown) => error);
}

describe('P02 an error of the server', () => {
  test.each([
    [400, 'ValidationError'],
    [401, 'AuthenticationError'],
    [402, 'PlatformError'],
    [403, 'AuthorizationError'],
    [404, 'NotFoundError'],
    [405, 'PlatformError'],
    [409, 'ConflictError'],
    [410, 'NotFoundError'],
    [412, 'ConflictError'],
    [413, 'ValidationError'],
    [415, 'ValidationError'],
    [422, 'ValidationError'],
    [429, 'RateLimitError'],
    [500, 'ServerError'],
    [503, 'ServerError'],
    [520, 'ServerError'],
  ])('of status %i is a %s', async (status, name) => {
    const error = await thrownFor({ status, error: { code: 'a/b', message: 'No.', userMessage: 'Sorry.' } });
    expect(error).toBeInstanceOf(PlatformError);
    expect([error?.constructor.name, String(error)]).toEqual([name, `${name}: ${status} a/b: No.`]);
  });

  test('has all that the server said, and what it said beyond that in its body', async () => {
    const said = {
      code: 'plans/limit',
      message: 'Too many seats.',
      userMessage: 'Your plan has 5 seats.',
      param: '/seats',
      requestId: 'req_1',
      details: { seats: 5 },
      retryAfter: 7,
      later: true,
    };
    const { later: _, ...known } = said;
    const error = await thrownFor({
      status: 422,
      error: said,
      headers: { 'Retry-After': '1.5', 'X-Request-Id': 'req_2' },
    });
    expect(error).toMatchObject({ ...known, retryAfter: 1.5, status: 422 });
    expect(error).toMatchObject({ body: { success: false, error: said } });
    expect(String(error)).toBe('ValidationError: 422 plans/limit: Too many seats. (request req_1)');
    if (error instanceof PlatformError) expect(error.headers.get('retry-after')).toBe('1.5');
  });

  test.each<[what: string, answer: ScriptedAnswer, expected: object]>([
    [
      'a proxy’s page',
      { status: 502, text: `<html>${'😀'.repeat(300)}`, headers: { 'X-Request-Id': 'req_3' } },
      { code: 'unknown/502', message: `<html>${'😀'.repeat(194)}`, requestId: 'req_3', name: 'ServerError' },
    ],
    [
      'nothing',
      { status: 404 },
      { code: 'unknown/404', message: 'The answer (404) says no more', body: '', name: 'NotFoundError' },
    ],
    [
      'JSON of another form',
      { status: 401, json: { error: 'no' } },
      { code: 'unknown/401', message: '{"error":"no"}', body: { error: 'no' } },
    ],
    [
      'a code alone',
      { status: 400, error: { code: 'a/b' } },
      { code: 'a/b', message: 'The answer (400) says no more' },
    ],
    ['null', { status: 400, json: null }, { code: 'unknown/400', body: null }],
  ])('that is %s has the class of its status and a message that is safe to show', async (_, answer, expected) => {
    expect(await thrownFor(answer)).toMatchObject({
      ...expected,
      userMessage: 'Something went wrong. Please try again.',
    });
  });
});

describe('an answer that is none', () => {
  test.each<[what: string, answer: ScriptedAnswer, message: string]>([
    [
      'a page with status 200',
      { status: 200, text: '<html>', headers: { 'Content-Type': 'text/html' } },
      'The answer is no JSON (200, text/html): has something in between answered?',
    ],
    [
      'nothing with status 200',
      { status: 200 },
      'The answer is no JSON (200, no content type): has something in between answered?',
    ],
    [
      'half of it',
      { status: 200, text: '{"id":', headers: { 'Content-Type': 'application/json' } },
      'The answer is no JSON (200, application/json): has something in between answered?',
    ],
    [
      'a redirect',
      { status: 302, headers: { Location: '{server}/elsewhere' } },
      'things.get: the answer (302) is a redirect, which is not followed',
    ],
  ])('%s is a ResponseError', async (_, answer, message) => {
    const error = await thrownFor(answer);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ message, status: answer.status, body: answer.text ?? '' });
  });
});
