import type { ApiDescription, SdkFile, SdkOperation, SdkResource } from './api-description.ts';

/** An SDK as it was written. */
export interface WrittenSdk {
  /** `TypeScript` */
  readonly title: string;
  readonly files: readonly SdkFile[];
}

/** An operation that no SDK has. */
export interface LeftOut {
  readonly id: string;
  /** `POST /access/v1/evaluation` */
  readonly request: string;
  readonly reason: string;
}

/** In which every SDK lists its calls, one in a row with the request that it sends: the index for people, read here. */
const indexPath = 'api.md';

/**
 * The page that holds every operation against every SDK, with the call in each, as its own index says; in Markdown.
 *
 * @throws RangeError where an SDK lacks an operation, has it twice, or has one that the API has not.
 */
export function parityPage(
  { resources }: ApiDescription,
  sdks: readonly WrittenSdk[],
  leftOut: readonly LeftOut[],
): string {
  const operations = resources.flatMap(operationsOf);
  const columns = sdks.map((sdk) => ({ title: sdk.title, calls: callsOf(sdk, operations) }));
  const components = [...new Set(operations.map(({ component }) => component))].toSorted();
  return [
    '# Every operation in every SDK',
    'Written by `node scripts/sdk-parity.ts` from the operation table and the SDKs; do not edit.',
    `${operations.length} operations, each a call in ${sentence(sdks.map(({ title }) => title))}. [How the SDKs behave](sdk-behaviour.md) is the same in all.`,
    ...components.flatMap((component) => [
      `## ${component}`,
      table(
        ['operation', ...columns.map(({ title }) => title)],
        operations
          .filter((operation) => operation.component === component)
          .map((operation) => [operation.id, ...columns.map(({ calls }) => calls.get(requestOf(operation)) ?? '')])
          .map((cells) => cells.map((cell) => `\`${cell}\``)),
      ),
    ]),
    '## Left out',
    'In no SDK, on purpose.',
    table(
      ['operation', 'request', 'why'],
      leftOut.map(({ id, reason, request }) => [`\`${id}\``, `\`${request}\``, reason]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function operationsOf({ operations, resources }: SdkResource): readonly SdkOperation[] {
  return [...operations, ...resources.flatMap(operationsOf)];
}

function requestOf({ method, route }: SdkOperation): string {
  return `${method} ${route}`;
}

/** By request. */
function callsOf({ files, title }: WrittenSdk, operations: readonly SdkOperation[]): ReadonlyMap<string, string> {
  const index = files.find(({ path }) => path === indexPath)?.text ?? '';
  const rows = [...index.matchAll(/^\| `([^`]+)` \| `([A-Z]+ \/[^`]*)` \|/gmu)];
  const calls = new Map(rows.map(([, call = '', request = '']) => [request, call] as const));
  const wanted = new Set(operations.map(requestOf));
  const wrong =
    [...wanted].find((request) => !calls.has(request)) ??
    [...calls.keys()].find((request) => !wanted.has(request)) ??
    rows.map(([, , request]) => request).find((request, at, all) => all.indexOf(request) !== at);
  if (wrong !== undefined) throw new RangeError(`${title}: ${wrong} is not one call in its ${indexPath}`);
  return calls;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sentence(titles: readonly string[]): string {
  const last = titles.at(-1) ?? '';
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`;
}
