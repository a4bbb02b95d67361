import type { ApiDescription, TypeReference } from '../../../../src/generate/sdk/api-description.ts';
import { api, field, named, operation, resource, type } from './awkward-api.ts';

function choices(of: string): TypeReference {
  return { kind: 'choice', values: Array.from({ length: 30 }, (_, index) => `${of}-${index}`) };
}

/** Names that mean something to the language, to the runtime or to a file system, and those that read alike. */
export const hostileNames: ApiDescription = api(
  [
    resource(['audit'], [], [resource(['audit', 'keys'], [operation('audit.keys.get')])]),
    resource(
      ['auditKeys'],
      [operation('auditKeys.get', { queryParameters: [field('since', { kind: 'instant' }, false)] })],
    ),
    resource(
      ['con'],
      [
        operation('con.then'),
        operation('con.toString', { summary: 'Say | what\n  it is\n' }),
        operation('con.toJSON'),
        operation('con.hasOwnProperty'),
        operation('con.catch'),
      ],
    ),
    resource(['dreamBase'], [operation('dreamBase.get')]),
    resource(
      ['ping'],
      [
        operation('ping.get', {
          route: '/v1/ping/{pingGet}/{__proto__}/{_}/{ß}',
          pathParameters: ['pingGet', '__proto__', '_', 'ß'].map((name) => field(name)),
          result: { form: 'value', type: named('Pong') },
        }),
      ],
    ),
    resource(['valueOf'], [operation('valueOf.get')], [resource(['valueOf', 'then'], [operation('valueOf.then.get')])]),
  ],
  [type('Pong', [field('_', choices('one')), field('ß', choices('other')), field('resource', choices('third'))])],
);
