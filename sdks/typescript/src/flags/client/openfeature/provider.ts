import type { FlagStatus } from '../contract.ts';
import type { FlagClient } from '../flag-client.ts';
import type { Unsubscribe } from '../listeners.ts';
import { ProviderEvents } from './provider-events.ts';
import { toResolution } from './resolve.ts';
import type { JsonValue, OpenFeatureContext, Resolution } from './types.ts';

/**
 * Answers OpenFeature's server SDK from a client: `OpenFeature.setProviderAndWait(new DreamProvider(client))`. `Code` is
 * the package's `ErrorCode`, and needs not be given. Who gives the client closes it: OpenFeature does, when it is done.
 */
export class DreamProvider<Code = never> {
  readonly metadata: { readonly name: 'dream' } = { name: 'dream' };
  readonly runsOn = 'server' as const;
  readonly events: ProviderEvents = new ProviderEvents();
  readonly #client: FlagClient;
  #stop: readonly Unsubscribe[] = [];

  constructor(client: FlagClient) {
    this.#client = client;
  }

  /** Rejects where there is nothing to evaluate: OpenFeature calls that an error, and answers by the defaults. */
  async initialize(): Promise<void> {
    this.#stop = [
      this.#client.on('status', ({ problem, status }) => this.#tellStatus(status, problem)),
      this.#client.onChange('*', ({ keys }) =>
        this.events.emit('PROVIDER_CONFIGURATION_CHANGED', { flagsChanged: [...keys] }),
      ),
    ];
    const isReady = await this.#client.ready();
    if (!isReady) throw new ProviderNotReady();
  }

  async onClose(): Promise<void> {
    for (const stop of this.#stop) stop();
    await this.#client.close();
  }

  resolveBooleanEvaluation(
    key: string,
    defaultValue: boolean,
    context: OpenFeatureContext,
  ): Promise<Resolution<boolean, Code>> {
    return this.#resolve(key, defaultValue, context);
  }

  resolveStringEvaluation(
    key: string,
    defaultValue: string,
    context: OpenFeatureContext,
  ): Promise<Resolution<string, Code>> {
    return this.#resolve(key, defaultValue, context);
  }

  resolveNumberEvaluation(
    key: string,
    defaultValue: number,
    context: OpenFeatureContext,
  ): Promise<Resolution<number, Code>> {
    return this.#resolve(key, defaultValue, context);
  }

  resolveObjectEvaluation<T extends JsonValue>(
    key: string,
    defaultValue: T,
    context: OpenFeatureContext,
  ): Promise<Resolution<T, Code>> {
    return this.#resolve(key, defaultValue, context);
  }

  async #resolve<T>(key: string, defaultValue: T, context: OpenFeatureContext): Promise<Resolution<T, Code>> {
    return toResolution(this.#client.variationDetail(key, context, defaultValue));
  }

  #tellStatus(status: FlagStatus, problem: string | undefined): void {
    const details = problem === undefined ? {} : { message: problem };
    if (status === 'VALID') this.events.emit('PROVIDER_READY');
    else if (status === 'INTERRUPTED') this.events.emit('PROVIDER_STALE', details);
    else if (status === 'OFF') this.events.emit('PROVIDER_ERROR', details);
  }
}

/** With the code that OpenFeature reads. */
class ProviderNotReady extends Error {
  readonly code = 'PROVIDER_NOT_READY';

  constructor() {
    super('the server has not been heard of, and there is no bootstrap');
  }
}
