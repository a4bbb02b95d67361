import type { EventContext, EventHandler } from './types.ts';

/** What a provider tells OpenFeature, in the shape of its emitters. A handler that throws harms nobody. */
export class ProviderEvents {
  readonly #handlers = new Map<string, EventHandler[]>();

  emit(event: string, context: EventContext = {}): void {
    const details = { providerName: 'dream', ...context };
    for (const handler of this.getHandlers(event)) {
      try {
        const result = handler(details);
        if (result instanceof Promise) result.catch(() => undefined);
      } catch {
        // It was told.
      }
    }
  }

  addHandler(event: string, handler: EventHandler): void {
    this.#handlers.set(event, [...this.getHandlers(event), handler]);
  }

  removeHandler(event: string, handler: EventHandler): void {
    this.#handlers.set(
      event,
      this.getHandlers(event).filter((one) => one !== handler),
    );
  }

  removeAllHandlers(event?: string): void {
    if (event === undefined) this.#handlers.clear();
    else this.#handlers.delete(event);
  }

  getHandlers(event: string): EventHandler[] {
    return [...(this.#handlers.get(event) ?? [])];
  }

  /** Nothing is logged here. */
  setLogger(): this {
    return this;
  }
}
