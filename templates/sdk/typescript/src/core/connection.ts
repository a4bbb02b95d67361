import { attempt, type Reader } from './attempt.ts';
import { checkUserToken } from './credentials.ts';
import { defined, definedHeaders } from './header-options.ts';
import type { ClientOptions, UserToken } from './options.ts';
import { prepare, type Request } from './prepare.ts';
import type { RawAnswer } from './raw-answer.ts';
import { readSettings, type Settings, withEnvironment } from './settings.ts';
import { wait } from './wait.ts';

/** Sends a request, again where that may help, and always for the same user. */
export type Send = <T>(request: Request, reader: Reader<T>) => Promise<RawAnswer<T>>;

/**
 * What the resources of a client share: its settings, and who is signed in. A resource can be made of one by itself,
 * which spares a bundle the others: `new Tenants(new Connection(options))`.
 *
 * Everything stands in private fields: no log of a client or of a connection shows a key.
 */
export class Connection {
  readonly #options: ClientOptions;
  readonly #settings: Settings;
  #userToken: UserToken | undefined;

  /** @param base one that this differs from in these settings; absent: the environment completes them */
  constructor(given?: ClientOptions | null, base?: Connection) {
    const options = base === undefined ? withEnvironment(given ?? {}) : base.#changed(given ?? {});
    this.#settings = readSettings(options);
    this.#options = { ...options, headers: this.#settings.headers };
    this.setUserToken(options.userToken);
  }

  get maxRetryDelay(): number {
    return this.#settings.maxRetryDelay;
  }

  setUserToken(userToken: UserToken | null | undefined): void {
    checkUserToken(userToken ?? undefined, this.#settings);
    this.#userToken = userToken ?? undefined;
  }

  /** One that differs in these settings; `undefined` changes nothing. */
  with(options: ClientOptions | null): Connection {
    return new Connection(options, this);
  }

  /**
   * What a call sends by, made when the call is. It stays with whoever is signed in then, for all attempts, further pages
   * and reconnections: were that asked anew, a call of a user's that is sent again after they have signed out would go by
   * the secret key.
   */
  sender(): Send {
    const userToken = this.#userToken;
    return async (request, reader) => {
      const prepared = prepare(request, reader.accept, this.#settings);
      for (let number = 1; ; number += 1) {
        const outcome = await attempt(prepared, number, reader, this.#settings, userToken);
        if (!('delay' in outcome)) return outcome;
        await wait(outcome.delay, prepared.signal);
      }
    };
  }

  #changed(options: ClientOptions): ClientOptions {
    const headers = { ...this.#options.headers, ...definedHeaders(options.headers) };
    return { ...this.#options, userToken: this.#userToken, ...defined(options), headers };
  }
}
