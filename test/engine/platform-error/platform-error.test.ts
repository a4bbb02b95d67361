import { describe, expect, it } from 'vitest';
import {
  AuthenticationError,
  AuthorizationError,
  ConflictError,
  defineError,
  type ErrorType,
  fromBody,
  makeError,
  NotFoundError,
  PlatformError,
  RateLimitError,
  ServerError,
  toBody,
  ValidationError,
} from '../../../src/engine/platform-error/index.ts';
import { toJson } from '../../../src/engine/to-json.ts';

const hierarchy = [
  ['validation', ValidationError, 400],
  ['authentication', AuthenticationError, 401],
  ['authorization', AuthorizationError, 403],
  ['not-found', NotFoundError, 404],
  ['conflict', ConflictError, 409],
  ['rate-limit', RateLimitError, 429],
  ['server', ServerError, 500],
] as const satisfies readonly (readonly [ErrorType, unknown, number])[];

describe('P02 the error hierarchy', () => {
  it.each(hierarchy)('P02 %s errors are of their class, status and shape', (type, errorClass, status) => {
    const definition = defineError({
      code: 'users/not-right',
      type,
      userMessage: 'Please try again.',
      meaning: 'A test.',
    });
    const error = makeError(definition, {
      message: 'user usr_1 is not right',
      param: '/id',
      details: { ids: ['usr_1'] },
      retryAfter: 7,
    });
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toBeInstanceOf(Error);
    expect(error.status).toBe(status);
    expect(toBody(error, 'req_1')).toStrictEqual({
      success: false,
      error: {
        code: 'users/not-right',
        message: 'user usr_1 is not right',
        userMessage: 'Please try again.',
        requestId: 'req_1',
        param: '/id',
        details: { ids: ['usr_1'] },
        retryAfter: 7,
      },
    });
  });

  it.each(hierarchy)('P02 a %s error arrives at a client as what it left as', (type, errorClass) => {
    const definition = defineError({
      code: 'users/not-right',
      type,
      userMessage: 'Please try again.',
      meaning: 'A test.',
    });
    const error = makeError(definition, {
      message: 'not right',
      param: '/id',
      details: { a: [1, null] },
      retryAfter: 7,
    });
    const arrived = fromBody(error.status, toJson(toBody(error, 'req_1')));
    expect(arrived).toBeInstanceOf(errorClass);
    expect(arrived).toMatchObject({
      code: error.code,
      message: error.message,
      userMessage: error.userMessage,
      status: error.status,
      requestId: 'req_1',
      param: '/id',
      details: { a: [1, null] },
      retryAfter: 7,
    });
  });

  it('P02 leaves out what there is nothing to say of', () => {
    const error = makeError(defineError({ code: 'a/b', type: 'conflict', userMessage: 'No.', meaning: '' }), {
      message: 'no',
    });
    expect(Object.keys(toBody(error, 'req_1').error)).toStrictEqual(['code', 'message', 'userMessage', 'requestId']);
  });

  it('keeps a status that is more exact than its class, and its class with it', () => {
    const tooLarge = defineError({
      code: 'a/too-large',
      type: 'validation',
      status: 413,
      userMessage: '',
      meaning: '',
    });
    expect(makeError(tooLarge, { message: 'too large' })).toMatchObject({ status: 413, type: 'validation' });
    expect(fromBody(413, { error: { code: 'a/too-large', message: 'too large' } })).toBeInstanceOf(ValidationError);
  });

  it('says when to come back, wherever coming back helps', () => {
    const busy = defineError({ code: 'a/busy', type: 'conflict', retry: true, userMessage: '', meaning: '' });
    expect(makeError(busy, { message: 'busy' }).retryAfter).toBe(1);
    expect(makeError(busy, { message: 'busy', retryAfter: 20 }).retryAfter).toBe(20);
  });

  it.each([[undefined], [null], ['<html>'], [[]], [{}], [{ error: 'text' }], [{ error: { code: 1, message: 'x' } }]])(
    'reads an answer that is not ours (%j) as an error of the status',
    (body) => {
      expect(fromBody(502, body)).toMatchObject({ code: 'server/unreadable-answer', status: 502, type: 'server' });
      expect(fromBody(404, body)).toBeInstanceOf(NotFoundError);
    },
  );

  it.each([['nothing'], ['A/b'], ['a/b/c'], ['a/'], ['a/b c']])('refuses to define %s as a code', (code) => {
    expect(() => defineError({ code, type: 'server', userMessage: '', meaning: '' })).toThrow(RangeError);
  });
});
