import { queryTexts } from './address.ts';
import { ConfigurationError } from './errors.ts';
import { definedHeaders } from './header-options.ts';
import type { Input, Operation, TakenInput } from './operation.ts';
import type { CallOptions } from './options.ts';

/** What a call was given. */
export interface Taken {
  readonly input: TakenInput;
  readonly options: CallOptions;
}

/**
 * What the caller gives, as it is when the call is made: it is sent later, and a list or a stream asks again.
 * @throws ConfigurationError for what cannot be sent
 */
export function take(operation: Operation, input: Input, options: CallOptions | null | undefined): Taken {
  const query = queryTexts(operation, input.query);
  const headers = definedHeaders(options?.headers);
  return { input: { ...input, query, body: bodyText(operation, input.body) }, options: { ...options, headers } };
}

function bodyText({ id }: Operation, body: unknown): string | undefined {
  try {
    return body === undefined ? undefined : JSON.stringify(body);
  } catch (cause) {
    throw new ConfigurationError(`${id}: the body cannot be written as JSON`, { cause });
  }
}
