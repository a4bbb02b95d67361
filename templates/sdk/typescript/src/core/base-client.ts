import { Connection } from './connection.ts';
import { ConfigurationError } from './errors.ts';
import type { ClientOptions, UserToken } from './options.ts';

/**
 * Where the connection of a client stands that is made from another. A symbol, so that options that are copied have it
 * still, and an editor that completes them does not offer it.
 */
const derived = Symbol('connection');

/** What every client has besides its resources. Clients share nothing: any number of them live side by side. */
export abstract class DreamBase {
  readonly #connection: Connection;

  constructor(options: ClientOptions = {}) {
    if (typeof options !== 'object') throw new ConfigurationError('options must be an object');
    const given: unknown = Reflect.get(options ?? {}, derived);
    this.#connection = given instanceof Connection ? given : new Connection(options);
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

  /**
   * A client of its own that differs in these settings. Whoever is signed in now is signed in there too.
   * @throws ConfigurationError also where this is of a class of one's own whose constructor does not hand on the options
   * that it is given
   */
  withOptions(options: ClientOptions): this {
    const connection = this.#connection.with(options);
    let why: ErrorOptions = {};
    try {
      const made = Reflect.construct(this.constructor, [{ [derived]: connection }]);
      if (made.#connection === connection) return made;
    } catch (cause) {
      why = { cause };
    }
    // It would go by other keys than this one, or for nobody where somebody was to be signed in.
    throw new ConfigurationError(
      `The constructor of ${this.constructor.name} must hand its options on to super()`,
      why,
    );
  }
}
