// One export of each product as they come: every part that they usually have, nothing odd. 10,000 people each.
import { readFileSync } from 'node:fs';
import { GrowthBook } from '@growthbook/growthbook';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ImportSource } from '../../../../src/components/flag-import-contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../src/engine/json-fields.ts';
import { longRun } from '../../../support/long-run.ts';
import { flagd } from './support/flagd.ts';
import { contextOf, imported, type ImportedFlags } from './support/imported.ts';
import { launchDarkly } from './support/launchdarkly.ts';
import { personAt, type Person } from './support/people.ts';
import { unleashOf, userOf } from './support/unleash.ts';
import { expectSameAnswer } from './support/same-answer.ts';

const people = Array.from({ length: longRun ? 10_000 : 100 }, (_, index) => personAt(index));
const now = Date.parse('2026-11-21T12:00:00Z');

beforeAll(() => void vi.useFakeTimers({ now, toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

function exportOf(source: ImportSource): JsonObject {
  const text = readFileSync(new URL(`exports/${source}.json`, import.meta.url), 'utf8');
  const exported: Json = JSON.parse(text);
  return objectOf(exported);
}

/** What is said of the import and changes nothing is left aside. */
function changed({ findings }: ImportedFlags): readonly string[] {
  return findings.filter(({ effect }) => effect === 'changed').map(({ message, of }) => `${of}: ${message}`);
}

/** Each flag serves at least two values to somebody, but for those that are off, or for everybody. */
function expectVaried(answers: ReadonlyMap<string, ReadonlySet<string>>, constant: readonly string[]): void {
  const single = [...answers].filter(([, values]) => values.size === 1).map(([key]) => key);
  expect(single.toSorted()).toEqual(constant);
}

function gathered(): {
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
  add(key: string, value: unknown): void;
} {
  const answers = new Map<string, Set<string>>();
  return {
    answers,
    add(key, value) {
      answers.set(key, (answers.get(key) ?? new Set()).add(JSON.stringify(value)));
    },
  };
}

/** As SDKs are given what the API lists: the values of variations alone, and the kind of an experiment. */
function forSdks(item: JsonObject): JsonObject {
  const rules = objectOf(objectOf(item['environments'])['production']);
  const text = JSON.stringify(rules, (name, value: Json): Json => {
    if (name !== 'rollout' || !isJsonObject(value)) return value;
    return value['experimentAllocation'] === undefined ? value : { ...value, kind: 'experiment' };
  });
  const variations = listOf(item['variations']).map((variation) => objectOf(variation)['value'] ?? null);
  const parsed: Json = JSON.parse(text);
  return { version: 1, ...objectOf(parsed), key: item['key'] ?? '', variations };
}

function launchDarklyContext({ attributes, company, id, isNew }: Person, index: number): object {
  const { appVersion, plan, seats, ...others } = attributes;
  const user = {
    key: id,
    ...others,
    anonymous: isNew,
    betaOptIn: index % 3 === 0,
    createdAt: index % 4 === 0 ? 1_772_323_200_000 + index : '2026-05-02T10:00:00.5+05:30',
    trialEnds: index % 5 === 0 ? '2026-11-03T00:00:00Z' : 1_793_663_999_999 + (index % 2),
  };
  const kinds = {
    ...(index % 9 === 4 ? {} : { user }),
    ...(index % 5 === 1
      ? {}
      : {
          organization: {
            key: company.replace('company', 'org'),
            ...(plan === undefined ? {} : { plan }),
            ...(seats === undefined ? {} : { seats }),
          },
        }),
    ...(index % 4 === 2
      ? {}
      : { device: { key: `device-${id}`, ...(appVersion ? { app: { version: appVersion } } : {}) } }),
  };
  return { kind: 'multi', ...(Object.keys(kinds).length === 0 ? { user } : kinds) };
}

it('FR-F003 gives everybody what LaunchDarkly gives them, by a whole export', async () => {
  const exported = exportOf('launchdarkly');
  const ours = await imported('launchdarkly', exported, { environment: 'production', lists: ['user.groups'] });
  expect(changed(ours)).toEqual([]);
  const { client, data } = await launchDarkly();
  for (const segment of listOf(objectOf(exported['segments'])['items']))
    await data.usePreconfiguredSegment(structuredClone(segment));
  const flags = listOf(exported['items']).map((item) => forSdks(objectOf(item)));
  for (const flag of flags) await data.usePreconfiguredFlag(structuredClone(flag));
  const { add, answers } = gathered();
  for (const [index, person] of people.entries()) {
    const asked = launchDarklyContext(person, index);
    const context = contextOf(asked);
    for (const flag of flags) {
      const key = textOf(flag['key']) ?? '';
      const wanted: unknown = await client.variation(key, asked as never, null);
      add(key, wanted);
      expectSameAnswer([key, asked], ours.evaluator.variation<unknown>(key, context, null), wanted);
    }
  }
  client.close();
  expectVaried(answers, ['maintenance-banner']);
});

it('FR-F003 gives everybody what Unleash gives them, by a whole export', async () => {
  const exported = exportOf('unleash');
  const ours = await imported('unleash', exported, { now });
  expect(changed(ours)).toEqual([]);
  const theirs = unleashOf(exported as never);
  const names = listOf(exported['features']).map((feature) => textOf(objectOf(feature)['name']) ?? '');
  const { add, answers } = gathered();
  for (const { attributes, company, id, isNew } of people) {
    const { address: _address, groups: _groups, remoteAddress, ...properties } = attributes;
    const asked = {
      ...(isNew ? {} : { userId: id }),
      sessionId: `session of ${id}`,
      remoteAddress,
      properties: { ...properties, companyId: company },
    };
    const context = contextOf({ user: userOf(asked) });
    for (const name of names) {
      const enabled = theirs.isEnabled(name, { ...asked, currentTime: new Date(now) }, () => false);
      add(name, enabled);
      expectSameAnswer([name, asked], ours.evaluator.variation<unknown>(name, context, null), enabled);
      if (!ours.yaml.includes(`key: ${name}.variant\n`)) continue;
      const variant = theirs.getVariant(name, { ...asked, currentTime: new Date(now) });
      const { payload } = variant;
      const wanted = { name: variant.name, enabled: variant.enabled, ...(payload === undefined ? {} : { payload }) };
      add(`${name}.variant`, wanted);
      const answer = ours.evaluator.variation<unknown>(`${name}.variant`, context, null);
      expectSameAnswer([name, asked], answer, wanted);
    }
  }
  expectVaried(answers, ['shop.footer', 'shop.old-cart']);
});

it('FR-F003 gives everybody what GrowthBook gives them, by a whole export', async () => {
  const exported = exportOf('growthbook');
  const ours = await imported('growthbook', exported, { lists: ['user.groups'] });
  expect(changed(ours)).toEqual([]);
  const theirs = new GrowthBook({
    features: exported['features'] as never,
    savedGroups: exported['savedGroups'] as never,
  });
  const { add, answers } = gathered();
  for (const { attributes, company, id, isNew } of people) {
    const asked = { ...attributes, ...(isNew ? {} : { id }), company };
    void theirs.setAttributes(asked);
    const context = contextOf({ user: { ...attributes, ...(isNew ? {} : { key: id }), company } });
    for (const key of Object.keys(objectOf(exported['features']))) {
      const wanted: unknown = theirs.evalFeature(key).value;
      add(key, wanted);
      expectSameAnswer([key, asked], ours.evaluator.variation<unknown>(key, context, null), wanted);
    }
  }
  theirs.destroy();
  expectVaried(answers, ['maintenance']);
});

it('FR-F003 gives everybody what flagd gives them, by a whole export', async () => {
  const exported = exportOf('flagd');
  const ours = await imported('flagd', exported, { now });
  expect(changed(ours)).toEqual([]);
  const theirs = flagd();
  theirs.read(exported);
  const { add, answers } = gathered();
  for (const { attributes, company, id } of people) {
    const asked = { ...attributes, targetingKey: id, company };
    const context = contextOf(asked);
    for (const key of Object.keys(objectOf(exported['flags']))) {
      const value = theirs.valueOf(key, asked);
      add(key, value);
      expectSameAnswer([key, asked], ours.evaluator.variation<unknown>(key, context, null), value);
    }
  }
  expectVaried(answers, ['banner']);
});
