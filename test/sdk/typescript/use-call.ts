import { describeError } from './describe-error.ts';
import type { CallStep } from './driver-case.ts';

/** Does with the result of a method what the case says, and tells how many pieces have come so far. */
export async function useCall(result: unknown, step: CallStep, came: (count: number) => void): Promise<object> {
  switch (step.use) {
    case 'await': {
      const value: unknown = await result;
      return value === undefined ? { nothing: true } : { value };
    }
    case 'raw':
      return { raw: await raw(result) };
    case 'toArray':
      return { items: await method(result, 'toArray', { max: step.max }) };
    case 'text':
      return { text: await method(result, 'text') };
    case 'items':
    case 'events':
      return gather(step.use, result, step, came);
    case 'pages':
      return gather(step.use, method(result, 'pages'), step, came);
    case 'bytes': {
      const { bytes, ...rest } = await gather('bytes', result, step, came);
      return { bytes: Buffer.concat(Array.isArray(bytes) ? bytes : []).toString('base64'), ...rest };
    }
  }
}

async function raw(result: unknown): Promise<object> {
  const answer: unknown = await method(result, 'raw');
  if (typeof answer !== 'object' || answer === null) throw new Error('raw() gave no object');
  const headers: unknown = Reflect.get(answer, 'headers');
  if (!(headers instanceof Headers)) throw new Error('raw() gave no headers');
  return { ...answer, headers: Object.fromEntries(headers) };
}

async function gather(
  name: string,
  result: unknown,
  { take }: CallStep,
  came: (count: number) => void,
): Promise<Record<string, unknown>> {
  const pieces: unknown[] = [];
  try {
    if (!isAsyncIterable(result)) throw new Error('the result cannot be iterated over');
    for await (const piece of result) {
      pieces.push(piece);
      came(pieces.length);
      if (pieces.length === take) break;
    }
    return { [name]: pieces };
  } catch (error) {
    return { [name]: pieces, error: describeError(error) };
  }
}

function method(holder: unknown, name: string, ...values: readonly unknown[]): unknown {
  const found: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
  if (typeof found !== 'function') throw new Error(`the result has no ${name}()`);
  return Reflect.apply(found, holder, values);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
