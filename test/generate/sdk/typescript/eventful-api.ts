import type { ApiDescription, SdkEventKind, TypeReference } from '../../../../src/generate/sdk/api-description.ts';
import { api, field, named, operation, resource, type } from './awkward-api.ts';

function kind(type: string, data: TypeReference, summary = 'It happened.'): SdkEventKind {
  return { type, summary, data };
}

const shapes: TypeReference = { kind: 'union', members: [named('Circle'), named('Square')], discriminator: 'is' };
const event = named('Happening');

/** An API with events of every form, and with types that are called as what stands for events. */
export const eventfulApi: ApiDescription = {
  ...api(
    [
      resource(
        ['happenings'],
        [
          operation('happenings.get', { result: { form: 'value', type: event } }),
          operation('happenings.find', { result: { form: 'value', type: { kind: 'nullable', of: event } } }),
          operation('happenings.all', { result: { form: 'value', type: { kind: 'list', items: event } } }),
          operation('happenings.list', {
            result: { form: 'parts', part: named('Part'), item: event, cursorParameter: 'after' },
          }),
          operation('happenings.stream', { result: { form: 'events', data: event } }),
          operation('happenings.others', { result: { form: 'value', type: named('DreamEvent') } }),
        ],
      ),
    ],
    [
      type('Circle', [field('is', { kind: 'literal', value: 'circle' }), field('radius', { kind: 'number' })]),
      type('CircleEvent', [field('x')]),
      type('DreamEvent', [field('of', named('UnknownEvent'))]),
      type('EventData', [field('of', named('EventOf'))]),
      type('EventOf', [field('of', named('OwnType')), field('data', named('OwnData'))]),
      type('Happening', [
        { ...field('type'), description: '`circle.drawn`' },
        field('id'),
        field('class', { kind: 'nullable', of: { kind: 'instant' } }, false),
        field('data', { kind: 'map', values: { kind: 'json' } }),
      ]),
      type('OwnData', [field('a')]),
      type('OwnType', [field('a')]),
      type('Part', [
        field('data', { kind: 'list', items: event }),
        field('latest', event, false),
        field('byKey', { kind: 'map', values: event }),
      ]),
      type('Square', [field('is', { kind: 'literal', value: 'square' }), field('side', { kind: 'number' })]),
      type('UnknownEvent', [field('latest', named('EventData'), false)]),
    ],
  ),
  events: {
    name: 'Happening',
    kinds: [
      kind('*/ it\'s "so" \\', named('Circle'), 'Ends */ a comment.'),
      kind('__proto__', { kind: 'map', values: { kind: 'integer' } }),
      kind('circle.drawn', named('Circle'), 'A circle was drawn.'),
      kind('constructor', { kind: 'object', fields: [field('of'), field('class', { kind: 'choice', values: ['a'] })] }),
      kind('json', { kind: 'json' }),
      kind('nothing', { kind: 'null' }),
      kind('shape.drawn', shapes),
      kind('shape.drawn-or-not', { kind: 'nullable', of: shapes }),
      kind('shapes', { kind: 'list', items: { kind: 'choice', values: ['round', 'square'] } }),
    ],
  },
};
