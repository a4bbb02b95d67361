/**
 * Writes docs/auth-modes.md from the operation table; a test fails while it is not up to date.
 *
 *   node scripts/auth-modes.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindPorts } from '../src/app/bind-ports.ts';
import { operationTable } from '../src/app/control-plane/operations.ts';
import { components } from '../src/components/index.ts';
import { createRegistry } from '../src/engine/model/create-registry.ts';
import { createHost } from '../src/host/create-host.ts';
import type { AuthMode } from '../src/server/caller.ts';
import type { Operation } from '../src/server/operation.ts';

export const authModesPath = join(import.meta.dirname, '..', 'docs/auth-modes.md');

const modes: readonly {
  readonly mode: AuthMode;
  readonly title: string;
  readonly text: string;
}[] = [
  {
    mode: 'publishable',
    title: 'A publishable key alone',
    text: '`X-Publishable-Key: pk_…`. For a browser before anybody has signed in. Anybody may know the key; it opens the catalogue and acts for nobody.',
  },
  {
    mode: 'user',
    title: 'A publishable key and the token of a user',
    text: '`X-Publishable-Key: pk_…` and `Authorization: Bearer <token>`. For a browser or app of somebody who signed in at the [IdentityProvider](reference/identity-provider.md). The request is bound to the tenant that the token names; `X-Tenant-ID` names another, where the user must be a member or be let in by a grant.',
  },
  {
    mode: 'secret',
    title: 'A secret key',
    text: '`Authorization: Bearer sk_…`. For servers only. Where an operation is about one tenant, `X-Tenant-ID` names it, or the key does that was made for one (`dream keys create --tenant`; the header goes over it); a product whose `Tenancy` has a single tenant need not. Whoever names a tenant sees and changes what is that tenant’s and nothing of another’s:\n\n- A tenant that does not exist is refused by every operation that has something in the column: with `auth/unknown-tenant`, or with the error of its own for it that its page lists, as `tenants/not-found` of checks.\n- “may be named”, “must be known”, “by the header or the body”: nothing of other tenants is there. What is theirs is answered as if it did not exist.\n- “its own alone”: the operation works on what tenants share, and does there what concerns the named tenant and no other. People are the environment’s: a member of the named tenant is changed and deleted so long as they are in no other; one of another tenant does not exist, and one whom tenants share is refused with `users/shared`.\n- Nothing in the column: the operation works on what is the environment’s (configuration, new tenants and people, keys, secrets, flags, webhook endpoints, streams), which is the same for all tenants and may tell of any of them: a stream of the chains it carries, a set of rules of what tenants were given. There the scopes of a key decide alone, so a key for one tenant is to hold those only that it needs.',
  },
];

const tenants: { readonly [need in NonNullable<Operation['tenant']>]: string } = {
  none: '',
  checked: 'its own alone',
  optional: 'may be named',
  required: 'must be known',
  'in-body': 'by the header or the body',
};

export function renderAuthModes(operations: readonly Operation[]): string {
  return [
    '# Who may call what',
    'Written by `node scripts/auth-modes.ts` from the operation table; do not edit.',
    'There are three ways to say who is asking. A key opens one environment and holds scopes; an operation asks for one of them. Whatever is not listed under a way is refused with `auth/key-type-not-allowed`, whatever scopes the key holds.',
    'A secret key holds `*` or any scopes. A publishable key holds scopes that the first two tables ask for and no others. Alone it only reads: a `…:write` scope, where the second table asks for one, is of use with the token of a user, who then writes what is theirs.',
    ...modes.flatMap(({ mode, title, text }) => [
      `## ${title}`,
      text,
      tableOf(operations.filter(({ auth }) => auth.includes(mode))),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function tableOf(operations: readonly Operation[]): string {
  const rows = operations.map(
    ({ id, method, path, scope, tenant = 'none', summary }) =>
      `| \`${method} ${path}\` | ${summary} | \`${id}\` | \`${scope}\` | ${tenants[tenant]} |`,
  );
  return ['| request | what it does | operation | scope | tenant |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The product's own table. */
export function everyOperation(): readonly Operation[] {
  return operationTable({
    host: createHost(),
    registry: createRegistry(components),
    components,
    ports: bindPorts(components),
    masterKey: null,
    program: () => '',
  });
}

if (import.meta.main) {
  await writeFile(authModesPath, renderAuthModes(everyOperation()));
}
