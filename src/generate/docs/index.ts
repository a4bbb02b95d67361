import type { SdkFile, SdkOperation } from '../sdk/api-description.ts';
import { operationsBelow } from '../sdk/operations-below.ts';
import { sdkCalls } from '../sdk/sdk-calls.ts';
import { componentPage, headLine, sharedPage } from './component-page.ts';
import type { DocumentedApi } from './documented-api.ts';
import { sentence, table } from './markdown.ts';
import type { OperationCalls } from './operation-section.ts';
import { pageOf, Places, sharedPath } from './places.ts';

/** The pages of the API, in Markdown: one for each component, one for what they share, and one that leads to them. */
export function emitDocs(documented: DocumentedApi): readonly SdkFile[] {
  const { api, components, sdks } = documented;
  const places = new Places(api);
  const operations = api.resources.flatMap(operationsBelow);
  const calls = sdks.map((sdk) => ({ title: sdk.title, calls: sdkCalls(sdk, operations) }));
  const callsOf = ({ method, route }: SdkOperation): OperationCalls =>
    Object.fromEntries(calls.map(({ title, calls: known }) => [title, known.get(`${method} ${route}`) ?? '']));
  const pages = components.map((component) => {
    const own = operations.filter((operation) => operation.component === component.name);
    return { component, own, file: componentPage(component, own, documented, callsOf, places) };
  });
  const rows = pages.map(({ component, own }) => [
    `[${component.name}](${pageOf(component.name)})`,
    String(own.length),
    sentence(component.summary),
  ]);
  return [...pages.map(({ file }) => file), sharedPage(places), frontPage(documented, rows)];
}

function frontPage({ api, sdks }: DocumentedApi, rows: readonly (readonly string[])[]): SdkFile {
  const parts = [
    headLine,
    '# The API',
    `Every operation of version ${api.version}, with what it takes, what it answers, and its call in ${sdks.map(({ title }) => title).join(', ')}. Clients send \`Dream-Version: ${api.apiVersion}\`.`,
    ...table(['component', 'operations', 'what it is for'], rows),
    `Fields in **bold** are always there. Instants are RFC 3339 in UTC. Types that several components show stand in [${sharedPath}](${sharedPath}).`,
    "Operations of a standard's protocol, such as AuthZEN and OFREP, are in the OpenAPI documents, but in no SDK and on none of these pages: those standards have clients of their own.",
  ];
  return { path: 'README.md', text: `${parts.join('\n\n')}\n` };
}
