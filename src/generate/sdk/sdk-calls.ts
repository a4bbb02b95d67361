import type { SdkFile, SdkOperation } from './api-description.ts';

/** An SDK as it was written. */
export interface WrittenSdk {
  /** `TypeScript` */
  readonly title: string;
  readonly files: readonly SdkFile[];
}

/** In which every SDK lists its calls, one in a row with the request that it sends: the index for people, read here. */
const indexPath = 'api.md';

/**
 * The calls of an SDK by request (`GET /v1/tenants`), as its own index says.
 *
 * @throws RangeError where it lacks an operation, has it twice, or has one that the API has not.
 */
export function sdkCalls(
  { files, title }: WrittenSdk,
  operations: readonly SdkOperation[],
): ReadonlyMap<string, string> {
  const index = files.find(({ path }) => path === indexPath)?.text ?? '';
  const rows = [...index.matchAll(/^\| `([^`]+)` \| `([A-Z]+ \/[^`]*)` \|/gmu)];
  const calls = new Map(rows.map(([, call = '', request = '']) => [request, call] as const));
  const wanted = new Set(operations.map(({ method, route }) => `${method} ${route}`));
  const wrong =
    [...wanted].find((request) => !calls.has(request)) ??
    [...calls.keys()].find((request) => !wanted.has(request)) ??
    rows.map(([, , request]) => request).find((request, at, all) => all.indexOf(request) !== at);
  if (wrong !== undefined) throw new RangeError(`${title}: ${wrong} is not one call in its ${indexPath}`);
  return calls;
}
