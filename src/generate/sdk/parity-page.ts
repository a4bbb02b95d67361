import { table } from '../docs/markdown.ts';
import type { ApiDescription } from './api-description.ts';
import { operationsBelow } from './operations-below.ts';
import { sdkCalls, type WrittenSdk } from './sdk-calls.ts';

/** An operation that no SDK has. */
export interface LeftOut {
  readonly id: string;
  /** `POST /access/v1/evaluation` */
  readonly request: string;
  readonly reason: string;
}

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
  const operations = resources.flatMap(operationsBelow);
  const columns = sdks.map((sdk) => ({ title: sdk.title, calls: sdkCalls(sdk, operations) }));
  const components = [...new Set(operations.map(({ component }) => component))].toSorted();
  return [
    '# Every operation in every SDK',
    'Written by `node scripts/sdk-parity.ts` from the operation table and the SDKs; do not edit.',
    `${operations.length} operations, each a call in ${sentence(sdks.map(({ title }) => title))}. [How the SDKs behave](sdk-behaviour.md) is the same in all.`,
    ...components.flatMap((component) => [
      `## ${component}`,
      ...table(
        ['operation', ...columns.map(({ title }) => title)],
        operations
          .filter((operation) => operation.component === component)
          .map((operation) => [
            operation.id,
            ...columns.map(({ calls }) => calls.get(`${operation.method} ${operation.route}`) ?? ''),
          ])
          .map((cells) => cells.map((cell) => `\`${cell}\``)),
      ),
    ]),
    '## Left out',
    'In no SDK, on purpose.',
    ...table(
      ['operation', 'request', 'why'],
      leftOut.map(({ id, reason, request }) => [`\`${id}\``, `\`${request}\``, reason]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function sentence(titles: readonly string[]): string {
  const last = titles.at(-1) ?? '';
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`;
}
