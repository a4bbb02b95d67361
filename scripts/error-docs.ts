/**
 * Writes docs/errors.md from the definitions in the source; a test fails while it is not up to date.
 *
 *   node scripts/error-docs.ts
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorDefinition, ErrorType } from '../src/engine/platform-error/index.ts';

const project = join(import.meta.dirname, '..');
const source = join(project, 'src');
export const errorDocsPath = join(project, 'docs/errors.md');

const classes: { readonly [type in ErrorType]: string } = {
  validation: 'ValidationError',
  authentication: 'AuthenticationError',
  authorization: 'AuthorizationError',
  'not-found': 'NotFoundError',
  conflict: 'ConflictError',
  'rate-limit': 'RateLimitError',
  server: 'ServerError',
};

const introduction = `# Errors

Written by \`node scripts/error-docs.ts\` from the definitions in the source; do not edit.

Every error of the API and of the command line has a code, \`module/name\`, which never changes its meaning. It arrives as

\`\`\`json
{
  "success": false,
  "error": {
    "code": "keys/not-found",
    "message": "The environment has no key key_01K3.",
    "userMessage": "There is no such key.",
    "requestId": "req_01K3",
    "param": "id"
  }
}
\`\`\`

\`message\` is for developers and says what to do. \`userMessage\` is safe to show to an end user. \`param\` names the parameter, header or field (a
JSON pointer such as \`/scopes/0\`) that is wrong, \`details\` is for programs. \`requestId\` is in the log of the server and in the \`X-Request-Id\` header; an error that met no server
has none.
\`Dream-Should-Retry: true\` says that the same request may succeed later, \`Retry-After\` (and \`retryAfter\`) after how many seconds.

An error has changed nothing: whatever it interrupted was rolled back. So an error is never remembered under its \`Idempotency-Key\`; trying again does
the work anew.
`;

/** Files that call `defineError`, with the codes written in them: found by reading, so that nobody has to list them. */
export async function definingFiles(): Promise<
  readonly { readonly path: string; readonly codes: readonly string[] }[]
> {
  const paths = (await readdir(source, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(source, path), 'utf8') })),
  );
  return files
    .map(({ path, text }) => ({
      path,
      codes: [...text.matchAll(/defineError\(\{\s*code: '([^']+)'/g)].map(([, code = '']) => code),
    }))
    .filter(({ codes }) => codes.length > 0);
}

/** What those files export, sorted by code. */
export async function allErrors(): Promise<readonly ErrorDefinition[]> {
  const found = new Map<string, ErrorDefinition>();
  for (const { path } of await definingFiles()) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(source, path)).href);
    const values = Object.values(exported).flatMap((value) =>
      isDefinition(value) ? [value] : Object.values(Object(value)),
    );
    for (const value of values.filter(isDefinition)) found.set(value.code, value);
  }
  return [...found.values()].toSorted((left, right) => (left.code < right.code ? -1 : 1));
}

export function renderErrorDocs(errors: readonly ErrorDefinition[]): string {
  const modules = Map.groupBy(errors, ({ code }) => code.split('/')[0] ?? '');
  const sections = [...modules].map(
    ([module, definitions]) => `\n## ${module}\n\n${definitions.map(entryOf).join('\n')}`,
  );
  return introduction + sections.join('');
}

function entryOf({ code, status, type, retry, userMessage, meaning }: ErrorDefinition): string {
  return `### \`${code}\`\n\n${status} ${classes[type]}${retry ? ', may be tried again' : ''}. “${userMessage}”\n\n${meaning}\n`;
}

function isDefinition(value: unknown): value is ErrorDefinition {
  return typeof value === 'object' && value !== null && 'code' in value && 'meaning' in value && 'userMessage' in value;
}

if (import.meta.main) {
  await writeFile(errorDocsPath, renderErrorDocs(await allErrors()));
}
