import { Connection } from './connection.ts';
import type { ClientOptions, UserToken } from './options.ts';

/**
 * Connections of clients that are made from others, by the object that stands for their options: an editor that completes
 * options shall not offer what a connection has.
 */
const derived = new WeakMap<object, Connection>();

/** What every client has besides its resources. Clients share nothing: any number of them live side by side. */
export abstract class DreamBase {
  readonly #connection: Connection;

  constructor(options: ClientOptions = {}) {
    this.#connection = derived.get(options) ?? new Connection(options);
  }

  protected get connection(): Connection {
    return this.#connection;
  }

  /**
   * Signs somebody in, by a token or a function that gets one, for all calls that are made from now on; `null` signs them
   * out. A call that was made before stays with whoever was signed in then.
   */
  setUserToken(userToken: UserToken | null | undefined): void {
    this.#connection.setUserToken(userToken);
  }

  /** A client of its own that differs in these settings. Whoever is signed in now is signed in there too. */
  withOptions(options: ClientOptions): this {
    const stand = {};
    derived.set(stand, this.#connection.with(options));
    return Reflect.construct(this.constructor, [stand]);
  }
}
