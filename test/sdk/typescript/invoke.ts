import type { CallStep } from './driver-case.ts';
import { readValue } from './read-value.ts';

/** Calls the method of an operation: path parameters, body, query, options. */
export function invoke(client: object, step: CallStep, signal: AbortSignal | undefined): unknown {
  const names = step.call.split('.');
  const holder = names.slice(0, -1).reduce(memberOf, client);
  const method: unknown = Reflect.get(holder, names.at(-1) ?? '');
  if (typeof method !== 'function') throw new Error(`the SDK has no operation '${step.call}'`);
  const options = { ...record(step.options), ...(signal === undefined ? {} : { signal }) };
  return Reflect.apply(method, holder, [
    ...Object.values(step.path ?? {}).map(readValue),
    ...('body' in step ? [readValue(step.body)] : []),
    ...('query' in step ? [readValue(step.query)] : []),
    ...(Object.keys(options).length === 0 ? [] : [options]),
  ]);
}

function record(options: CallStep['options']): object {
  return Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [name, readValue(value)]));
}

function memberOf(holder: object, name: string): object {
  const member: unknown = Reflect.get(holder, name);
  if (typeof member !== 'object' || member === null) throw new Error(`the SDK has no resource '${name}'`);
  return member;
}
