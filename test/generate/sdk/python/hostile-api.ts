import type { ApiDescription, TypeReference } from '../../../../src/generate/sdk/api-description.ts';
import { api, field, named, operation, resource, type } from '../typescript/awkward-api.ts';

const text: TypeReference = { kind: 'text' };
const instant: TypeReference = { kind: 'instant' };
const texts: TypeReference = { kind: 'list', items: text };
const isSent = { isSent: true, isAnswered: false };

/** What generated methods call by its bare name. */
const usedInMethods =
  'answer body bodyOf eachOf eventOf fitting instant listOf mapOf nested nothing oneOf options others plain readEvent self';

/** What annotations of fields speak of. */
const usedInFields = 'str datetime bool builtins dict float int list';

/** Names that mean something to Python, or to what is written by hand of its SDK, and those that read alike. */
export const hostileApi: ApiDescription = api(
  [
    resource(['raw'], [operation('raw.get')]),
    resource(['withOptions'], [operation('withOptions.get')]),
    resource(['setUserToken'], [operation('setUserToken.get')]),
    resource(['close'], [operation('close.get')]),
    resource(['cachedProperty'], [operation('cachedProperty.get')]),
    resource(['aux'], [operation('aux.get', { result: { form: 'value', type: named('Device') } })]),
    resource(['pets'], [], [resource(['pets', 'toys'], [operation('pets.toys.get')])]),
    resource(['petsToys'], [operation('petsToys.list', { result: { form: 'value', type: texts } })]),
    resource(
      ['zoo'],
      [
        operation('zoo.recording', { result: { form: 'value', type: named('None') } }),
        operation('zoo.list', { result: { form: 'value', type: texts } }),
        operation('zoo.datetime', {
          queryParameters: [field('since', instant, false)],
          result: { form: 'value', type: { kind: 'list', items: instant } },
        }),
        operation('zoo.feed', {
          method: 'POST',
          queryParameters: usedInMethods.split(' ').map((name) => field(name)),
          body: named('Feeding'),
          result: { form: 'value', type: { kind: 'map', values: { kind: 'list', items: named('AttributeError') } } },
        }),
        operation('zoo.getURL', { route: '/v1/zoo/one' }),
        operation('zoo.getUrl', { route: '/v1/zoo/other' }),
        operation('zoo.clean', { method: 'POST', body: named('Empty') }),
        operation('zoo.cleanAll', { method: 'POST', body: { kind: 'list', items: named('Empty') } }),
        operation('zoo.animals', { result: { form: 'pages', page: named('ZooResource'), item: named('True') } }),
      ],
      [
        resource(['zoo', 'list'], [operation('zoo.list.get')]),
        resource(['zoo', 'str'], [operation('zoo.str.get')]),
        resource(['zoo', 'cachedProperty'], [operation('zoo.cachedProperty.get')]),
        resource(['zoo', 'keepers'], [operation('zoo.keepers.get')]),
      ],
    ),
  ],
  [
    type('AttributeError', [field('at', instant)]),
    type('Callable', [field('at', instant, false)]),
    type('Device', [field('name')]),
    type('Empty', [], isSent),
    type(
      'Feeding',
      [field('pet', named('Pet')), field('words', named('Words'), false), field('when', instant, false)],
      isSent,
    ),
    type('None', [field('true', { kind: 'boolean' }), field('none', named('True'), false)]),
    type('NoneObject', [field('of', named('Callable'))]),
    type('Pet', [field('name')], isSent),
    type('PetParam', [field('name')]),
    type('ResourceBase', [field('param', named('PetParam')), field('other', named('NoneObject'))]),
    type('True', [field('base', named('ResourceBase'))]),
    type(
      'Words',
      usedInFields
        .split(' ')
        .flatMap((name) => [field(name, text, false), field(`${name}s`, instant, false), field(`is_${name}`)]),
      isSent,
    ),
    type('ZooResource', [field('data', { kind: 'list', items: named('True') })]),
  ],
);
