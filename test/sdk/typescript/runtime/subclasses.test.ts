// withOptions of a class of one's own: what it makes must be what was asked for, or nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientOptions } from '../../../../templates/sdk/typescript/src/core/options.ts';
import { ConfigurationError } from '../../../../templates/sdk/typescript/src/core/errors.ts';
import { type ScriptedServer, startScriptedServer } from '../../../support/scripted-server.ts';
import { Client } from './things.ts';

let server: ScriptedServer;

beforeAll(async () => {
  server = await startScriptedServer();
});

afterAll(() => server.close());

const keys = { secretKey: 'sk_test_1', publishableKey: 'pk_test_1' };

/** What the request of a client said of who asks, and about which tenant. */
async function told(make: (url: string) => Client) {
  const script = server.play([{ status: 200, json: { id: 'a' } }]);
  const client = make(script.url).withOptions({ userToken: 'jwt.ada', tenant: 'acme' });
  await client.things.get('a');
  const { authorization, 'x-tenant-id': tenant } = script.requests[0]?.headers ?? {};
  return { authorization, tenant, client };
}

describe('withOptions of a class of one’s own', () => {
  test.each([
    ['that has no constructor', class extends Client {}],
    [
      'that hands its options on',
      class extends Client {
        readonly app: string;
        constructor(options: ClientOptions) {
          super(options);
          this.app = 'shop';
        }
      },
    ],
    [
      'that hands on a copy of them',
      class extends Client {
        constructor(options: ClientOptions) {
          super({ ...options, timeout: 5_000 });
        }
      },
    ],
  ])('%s is one of that class, for whom it was asked', async (_, Own) => {
    const { client, ...asked } = await told((url) => new Own({ baseUrl: url, ...keys }));
    expect(asked).toEqual({ authorization: 'Bearer jwt.ada', tenant: 'acme' });
    expect(client).toBeInstanceOf(Own);
  });

  test('whose constructor takes no options is refused: it would go by the secret key', async () => {
    const script = server.play([]);
    class App extends Client {
      constructor() {
        super({ baseUrl: script.url, ...keys });
      }
    }
    const app = new App();
    expect(() => app.withOptions({ userToken: 'jwt.ada' })).toThrow(ConfigurationError);
    expect(() => app.withOptions({ userToken: 'jwt.ada' })).toThrow('The constructor of App must hand its options on');
    expect(script.requests).toHaveLength(0);
  });

  test('whose constructor fails without arguments is refused, and says by what', () => {
    class App extends Client {
      constructor(settings: { readonly client: ClientOptions }) {
        super(settings.client);
      }
    }
    const app = new App({ client: { baseUrl: 'http://127.0.0.1:9', ...keys } });
    const refused = (() => {
      try {
        return app.withOptions({ tenant: 'acme' });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect(refused).toMatchObject({ cause: expect.any(ConfigurationError) });
  });

  test('that goes its own way keeps it', async () => {
    class App extends Client {
      readonly #url: string;
      constructor(url: string, options: ClientOptions = {}) {
        super({ baseUrl: url, ...keys, ...options });
        this.#url = url;
      }
      override withOptions(options: ClientOptions): this {
        return Reflect.construct(this.constructor, [this.#url, options]);
      }
    }
    const { authorization, tenant } = await told((url) => new App(url));
    expect([authorization, tenant]).toEqual(['Bearer jwt.ada', 'acme']);
  });
});
