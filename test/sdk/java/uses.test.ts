// What the types of the SDK for Java let nobody write. Each use has a twin beside it that is right, and differs in nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { compiledJava } from './compiled-java.ts';
import { hasJdk, javaFlags, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

const uses: readonly (readonly [what: string, right: string, wrong: string])[] = [
  ['a body is needed', 'dream.tenants().create(tenant);', 'dream.tenants().create();'],
  ['a body is of its operation', 'dream.tenants().create(tenant);', 'dream.tenants().update("acme", tenant);'],
  ['a path is text', 'dream.tenants().get("7");', 'dream.tenants().get(7);'],
  ['a field has its type', 'TenantsListQuery.builder().pageSize(2);', 'TenantsListQuery.builder().pageSize("2");'],
  ['a field has its name', 'TenantsCreateBody.builder().name("a");', 'TenantsCreateBody.builder().nom("a");'],
  ['an instant is an Instant', 'java.time.Instant at = found.createdAt();', 'String at = found.createdAt();'],
  ['what may be absent is Optional', 'found.currency().isPresent();', 'found.currency().length();'],
  [
    'only what may be null is cleared',
    'UsersUpdateBody.builder().clearEmail();',
    'TenantsCreateBody.builder().clearName();',
  ],
  [
    'an item is of its list',
    'for (Tenant one : dream.tenants().list()) {}',
    'for (User one : dream.tenants().list()) {}',
  ],
  ['nothing is no value', 'dream.tenants().delete("a");', 'Object gone = dream.tenants().delete("a");'],
  ['a choice is no text', 'boolean live = ApiKeyMode.LIVE.isKnown();', 'boolean live = ApiKeyMode.LIVE.isBlank();'],
  [
    'an arm of a union is one of its arms',
    'Object name = grant instanceof RoleGrant role ? role : null;',
    'Object name = grant instanceof Tenant tenant2 ? tenant2 : null;',
  ],
  ['options of a call are no settings', 'options.tenant("acme");', 'options.secretKey("sk_test_1");'],
];

function classOf(name: string, statement: string): string {
  return `
import dev.dream.sdk.*;
import dev.dream.sdk.params.*;
import dev.dream.sdk.types.*;

final class ${name} {
    static void use(
            Dream dream, TenantsCreateBody tenant, Tenant found, RoleGrantOrRelationGrant grant, RequestOptions.Builder options) {
        ${statement}
    }
}
`;
}

if (hasJdk()) {
  test('SC-015 javac takes every use that is right, and refuses every one that is not', async () => {
    const { sdk } = await compiledJava();
    const folder = mkdtempSync(join(tmpdir(), 'dream-java-uses-'));
    try {
      const files = uses.flatMap(([, right, wrong], index) =>
        [right, wrong].map((statement, at) => {
          const name = `${at === 0 ? 'Right' : 'Wrong'}${index}`;
          const file = join(folder, `${name}.java`);
          writeFileSync(file, classOf(name, statement));
          return file;
        }),
      );
      const jvm = javaFlags.map((flag) => `-J${flag}`);
      const options = ['--release', '17', '-proc:none', '-cp', sdk, '-d', folder];
      const { stderr } = await execa('javac', [...jvm, ...options, ...files], { reject: false });
      const refused = new Set([...stderr.matchAll(/\/(\w+)\.java:\d+: error/gu)].map(([, name = '']) => name));
      expect([...refused].toSorted()).toEqual(uses.map((_, index) => `Wrong${index}`).toSorted());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
} else {
  notTried('the types of the SDK for Java are not checked', jdkNeeds);
}
