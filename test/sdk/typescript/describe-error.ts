import { DreamError } from '../../../sdks/typescript/src/index.ts';

const members = ['code', 'status', 'message', 'userMessage', 'param', 'requestId', 'details', 'retryAfter', 'body'];

/** An error as `test/conformance/sdk/README.md` has it. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { class: typeof error, text: String(error) };
  const names = classesOf(error);
  const text = String(error);
  return {
    class: error.name,
    is: names,
    text: text.startsWith(`${error.name}: `) ? text.slice(error.name.length + 2) : text,
    ...Object.fromEntries(members.map((name): [string, unknown] => [name, Reflect.get(error, name)])),
    // For people: what is none of the SDK's errors has no business here.
    ...(error instanceof DreamError ? {} : { stack: error.stack }),
  };
}

/** From its own class to `DreamError`. */
function classesOf(error: Error): readonly string[] {
  const names: string[] = [];
  let type: unknown = error.constructor;
  while (typeof type === 'function' && type !== Error) {
    names.push(type.name);
    type = Reflect.getPrototypeOf(type);
  }
  return names;
}
