/**
 * A body, parameter set or query as the operation's own JSON Schema promises it. The server has validated it
 * by that schema before the handler runs, so the one assertion here is where text became a type; call it
 * nowhere but on an operation's input.
 */
export function validated<T>(input: unknown): T {
  return input as T;
}
