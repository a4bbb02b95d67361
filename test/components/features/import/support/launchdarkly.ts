import { init, type LDClient, type LDFeatureStore, type LDOptions } from '@launchdarkly/node-server-sdk';
import { TestData } from '@launchdarkly/node-server-sdk/integrations';
import { silent } from '../../../../support/silent.ts';

/** What of the product answers from an export, without a server. */
export interface LaunchDarklyAnswers {
  readonly data: TestData;
  readonly client: LDClient;
}

/**
 * Its own client over its own reading of flags and segments; only where they are kept is ours. On the way into its own
 * store it notes what waits for what, in the background: where a list is missing that fails there, handled by nobody,
 * though the flags are stored and evaluated all the same.
 */
export async function launchDarkly(): Promise<LaunchDarklyAnswers> {
  const data = new TestData();
  const store = keptHere();
  const updateProcessor: LDOptions['updateProcessor'] = (context, _, ready, failed) =>
    data.getFactory()(context, store, ready, failed);
  const client = init('sdk-offline', {
    featureStore: store,
    updateProcessor,
    sendEvents: false,
    diagnosticOptOut: true,
    logger: silent,
  });
  await client.waitForInitialization({ timeout: 60 });
  return { data, client };
}

type Items = Parameters<Parameters<LDFeatureStore['all']>[1]>[0];

function keptHere(): LDFeatureStore {
  const kinds = new Map<string, Map<string, Items[string]>>();
  const itemsOf = (namespace: string): Map<string, Items[string]> => {
    const known = kinds.get(namespace) ?? new Map<string, Items[string]>();
    kinds.set(namespace, known);
    return known;
  };
  return {
    init(all, done) {
      kinds.clear();
      for (const [namespace, items] of Object.entries(all)) kinds.set(namespace, new Map(Object.entries(items)));
      done();
    },
    initialized: (answer) => answer(true),
    get: ({ namespace }, key, answer) => answer(itemsOf(namespace).get(key) ?? null),
    all: ({ namespace }, answer) => answer(Object.fromEntries(itemsOf(namespace))),
    upsert({ namespace }, item, done) {
      itemsOf(namespace).set(item.key, item);
      done();
    },
    delete({ namespace }, key, _, done) {
      itemsOf(namespace).delete(key);
      done();
    },
    close: () => undefined,
  };
}
