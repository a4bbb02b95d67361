// What the generated half of the SDK looks like, made small: one resource with an operation of every form.
import { DreamBase } from '../../../../templates/sdk/typescript/src/core/base-client.ts';
import type { ByteStream } from '../../../../templates/sdk/typescript/src/core/byte-stream.ts';
import type { Call } from '../../../../templates/sdk/typescript/src/core/call.ts';
import type { EventStream } from '../../../../templates/sdk/typescript/src/core/event-stream.ts';
import type { Operation } from '../../../../templates/sdk/typescript/src/core/operation.ts';
import type { CallOptions } from '../../../../templates/sdk/typescript/src/core/options.ts';
import type { CursorPart, OffsetPage, Paged } from '../../../../templates/sdk/typescript/src/core/paged.ts';
import { Resource } from '../../../../templates/sdk/typescript/src/core/resource.ts';

export interface Thing {
  readonly id: string;
}

export interface ThingPage extends OffsetPage<Thing> {
  readonly pagination: { readonly page: number; readonly hasNext: boolean };
}

export interface ThingPart extends CursorPart<Thing> {
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface ThingQuery {
  readonly search?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly since?: Date | undefined;
  readonly isOpen?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const read: Operation = {
  id: 'things.get',
  method: 'GET',
  route: '/v1/things/{thing}',
  isMutation: false,
  isAboutTenant: true,
};
const write: Operation = { ...read, id: 'things.update', method: 'PUT', isMutation: true };
const remove: Operation = { ...write, id: 'things.delete', method: 'DELETE' };
const check: Operation = {
  ...read,
  id: 'things.check',
  method: 'POST',
  route: '/v1/things/check',
  isAboutTenant: false,
};
const list: Operation = { ...read, id: 'things.list', route: '/v1/things' };
const follow: Operation = { ...list, id: 'things.follow', route: '/v1/things/stream' };
const document: Operation = { ...list, id: 'things.export', route: '/v1/things/export' };

class Things extends Resource {
  get(thing: string, options?: CallOptions): Call<Thing> {
    return this.call(read, { path: { thing } }, options);
  }

  update(thing: string, body: object, options?: CallOptions): Call<Thing> {
    return this.call(write, { path: { thing }, body }, options);
  }

  delete(thing: string, options?: CallOptions): Call<void> {
    return this.call(remove, { path: { thing } }, options);
  }

  check(body: unknown, options?: CallOptions): Call<unknown> {
    return this.call(check, { body }, options);
  }

  any(options?: CallOptions): Call<unknown> {
    return this.call({ ...list, answersAny: true }, {}, options);
  }

  list(query?: { readonly page?: number; readonly search?: string }, options?: CallOptions): Paged<ThingPage, Thing> {
    return this.pages(list, { query }, options);
  }

  find(query?: ThingQuery, options?: CallOptions): Paged<ThingPart, Thing> {
    return this.parts(list, { query }, options);
  }

  findAfter(query?: object, options?: CallOptions): Paged<ThingPart, Thing> {
    return this.parts({ ...list, cursorParameter: 'after' }, { query }, options);
  }

  follow(options?: CallOptions): EventStream {
    return this.events(follow, {}, options);
  }

  export(options?: CallOptions): ByteStream {
    return this.bytes(document, {}, options);
  }
}

export class Client extends DreamBase {
  readonly things = new Things(this.connection);
}
