import type { FlagStatus } from '../contract.ts';
import type { Unsubscribe } from '../listeners.ts';
import type { RemoteFlagClient } from '../remote/remote-flag-client.ts';
import { ProviderEvents } from './provider-events.ts';
import { toResolution } from './resolve.ts';
import type { JsonValue, OpenFeatureContext, Resolution } from './types.ts';

/**
 * Answers OpenFeature's web SDK from a browser's client: `OpenFeature.setProviderAndWait(new DreamWebProvider(client))`. The
 * context of OpenFeature takes the place of the client's, and the server reads it as it stands.
 */
export class DreamWebProvider<Code = never> {
  readonly metadata: { readonly name: 'dream' } = { name: 'dream' };
  readonly runsOn = 'client' as const;
  readonly events: ProviderEvents = new ProviderEvents();
  readonly #client: RemoteFlagClient;
  #stop: readonly Unsubscribe[] = [];

  constructor(client: RemoteFlagClient) {
    this.#client = client;
  }

  /** Rejects where the server does not answer, and offline where there is no bootstrap. */
  async initialize(context: OpenFeatureContext = {}): Promise<void> {
    // Before it is asked: that it answers later is told, too.
    for (const stop of this.#stop) stop();
    this.#stop = [
      this.#client.on('status', ({ problem, status }) => this.#tellStatus(status, problem)),
      this.#client.onChange('*', ({ keys }) =>
        this.events.emit('PROVIDER_CONFIGURATION_CHANGED', { flagsChanged: [...keys] }),
      ),
    ];
    await this.#identify(context);
  }

  onContextChange(_before: OpenFeatureContext, context: OpenFeatureContext): Promise<void> {
    return this.#identify(context);
  }

  async onClose(): Promise<void> {
    for (const stop of this.#stop) stop();
    await this.#client.close();
  }

  resolveBooleanEvaluation(key: string, defaultValue: boolean): Resolution<boolean, Code> {
    return toResolution(this.#client.variationDetail(key, defaultValue));
  }

  resolveStringEvaluation(key: string, defaultValue: string): Resolution<string, Code> {
    return toResolution(this.#client.variationDetail(key, defaultValue));
  }

  resolveNumberEvaluation(key: string, defaultValue: number): Resolution<number, Code> {
    return toResolution(this.#client.variationDetail(key, defaultValue));
  }

  resolveObjectEvaluation<T extends JsonValue>(key: string, defaultValue: T): Resolution<T, Code> {
    return toResolution(this.#client.variationDetail(key, defaultValue));
  }

  async #identify(context: OpenFeatureContext): Promise<void> {
    const isAnswered = await this.#client.identify(context);
    // What is held offline holds for every context: there is nobody to ask.
    if (!isAnswered && this.#client.status !== 'VALID') throw new Error('the server did not answer for this context');
  }

  #tellStatus(status: FlagStatus, problem: string | undefined): void {
    const details = problem === undefined ? {} : { message: problem };
    if (status === 'VALID') this.events.emit('PROVIDER_READY');
    else if (status === 'INTERRUPTED') this.events.emit('PROVIDER_STALE', details);
    else if (status === 'OFF') this.events.emit('PROVIDER_ERROR', details);
  }
}
