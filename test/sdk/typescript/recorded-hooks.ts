import type { ClientOptions } from '../../../sdks/typescript/src/index.ts';

type Hooks = Pick<ClientOptions, 'onRequest' | 'onResponse' | 'onRetry'>;

/** Hooks that keep what they are told, but for milliseconds, which differ each time. */
export class RecordedHooks {
  readonly told: object[] = [];
  /** Called when `onRetry` is told of the nth retry. */
  onRetry: ((nth: number) => void) | undefined;
  readonly hooks: Hooks;
  #retries = 0;

  constructor(isThrowing: boolean) {
    const keep = (hook: string, event: object): void => {
      this.told.push({ hook, ...event, milliseconds: undefined });
      if (hook === 'onRetry') this.onRetry?.((this.#retries += 1));
      if (isThrowing) throw new Error(`${hook} was told to throw`);
    };
    this.hooks = {
      onRequest: (event) => keep('onRequest', event),
      onResponse: (event) => keep('onResponse', event),
      onRetry: (event) => keep('onRetry', event),
    };
  }
}
