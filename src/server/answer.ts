import type { OperationResult } from './operation-result.ts';

/** What goes back to the caller of an operation, as bytes: the same whether it was made now or stored earlier. */
export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** JSON; undefined for an answer without a body (204). */
  readonly text: string | undefined;
}

export function toAnswer(result: OperationResult): Answer {
  const text = result.text ?? (result.body === undefined ? undefined : JSON.stringify(result.body));
  return { status: result.status, headers: result.headers ?? {}, text };
}
