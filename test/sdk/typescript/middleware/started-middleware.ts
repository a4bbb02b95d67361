import { Middleware, type MiddlewareOptions } from '../../../../sdks/typescript/src/middleware/index.ts';
import { scriptedDream, tokenOf } from './scripted-dream.ts';

/** A middleware before a server that answers from memory, and what it was told of. */
export function started(options: Omit<MiddlewareOptions, 'client'> = {}) {
  const dream = scriptedDream();
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  return { ...dream, errors, middleware: new Middleware({ client: dream.client, onError, ...options }) };
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** A token that is good for an hour. */
export function good(): string {
  return tokenOf({ sub: 'ada', exp: seconds() + 3600 });
}

export function request(headers: Readonly<Record<string, string>> = { authorization: `Bearer ${good()}` }): Request {
  return new Request('http://app.example/invoices/42', { headers });
}

/** Status and body of an answer. */
export async function read(response: Response): Promise<readonly [number, unknown]> {
  const text = await response.text();
  return [response.status, text === '' ? undefined : JSON.parse(text)];
}
