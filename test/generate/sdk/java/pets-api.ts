import type { ApiDescription } from '../../../../src/generate/sdk/api-description.ts';
import { api, field, named, operation, resource, type } from '../typescript/awkward-api.ts';

/** One of everything, as an API would have it. */
export const pets: ApiDescription = api(
  [
    resource(
      ['pets'],
      [
        operation('pets.list', {
          route: '/v1/pets',
          queryParameters: [field('pageSize', { kind: 'integer' }, false)],
          result: { form: 'pages', page: named('PetPage'), item: named('Pet') },
        }),
        operation('pets.rename', {
          method: 'PUT',
          route: '/v1/pets/{pet}',
          pathParameters: [field('pet')],
          body: named('Renaming'),
          result: { form: 'value', type: named('Pet') },
          isMutation: true,
          isAboutTenant: true,
          errors: ['pets/not-found'],
        }),
      ],
    ),
  ],
  [
    type('Pet', [
      field('name'),
      { ...field('bornAt', { kind: 'instant' }), description: 'When it was born.' },
      field('friends', { kind: 'list', items: named('Pet') }, false),
      field('size', { kind: 'choice', values: ['small', 'very-big'] }),
      field('home', { kind: 'union', members: [named('Kennel'), named('Cage')], discriminator: 'is' }),
      field('food', { kind: 'union', members: [named('Meat'), named('Hay')] }, false),
      field('legs', {
        kind: 'union',
        members: [{ kind: 'integer' }, { kind: 'choice', values: ['many'] }, named('Hay')],
      }),
      field('collar', { kind: 'nullable', of: { kind: 'object', fields: [field('colour')] } }),
    ]),
    type('PetPage', [field('data', { kind: 'list', items: named('Pet') })]),
    type('Kennel', [field('is', { kind: 'literal', value: 'kennel' }), field('rooms', { kind: 'integer' })]),
    type('Cage', [field('is', { kind: 'choice', values: ['cage', 'aviary'] })]),
    type('Meat', [field('from')]),
    type('Hay', [field('dried', { kind: 'boolean' })]),
    type(
      'Renaming',
      [
        field('name'),
        field('why'),
        field('nick', { kind: 'nullable', of: { kind: 'text' } }, false),
        field('size', { kind: 'choice', values: ['small', 'very-big'] }, false),
        field('age', { kind: 'integer' }, false),
        field('toys', { kind: 'list', items: named('Toy') }, false),
      ],
      { isSent: true, isAnswered: false },
    ),
    type('Toy', [field('is', { kind: 'literal', value: 'toy' }), field('toyName')], { isSent: true, isAnswered: true }),
  ],
);
