import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { objectOf } from '../../../engine/json-fields.ts';
import { cutName } from '../decisions/cut-name.ts';
import type { Asked } from '../decisions/situation.ts';

/** A question in the words of AuthZEN. */
export interface Evaluation {
  readonly asked: Asked;
  /** `context.tenant`, where it is there. */
  readonly tenant: string | undefined;
}

/** What is wrong with an evaluation, for its author: `resource.id is missing`. */
export interface EvaluationProblem {
  readonly problem: string;
}

/**
 * One evaluation of a request, with the request's defaults. What the evaluation names replaces the default as a
 * whole, properties included; only type, id and name are taken from the default where it leaves them out.
 */
export function readEvaluation(item: JsonObject, defaults: JsonObject = {}): Evaluation | EvaluationProblem {
  const subject = readEntity('subject', item['subject'], defaults['subject']);
  if ('problem' in subject) return subject;
  const action = readAction(item['action'], defaults['action']);
  if ('problem' in action) return action;
  const resource = readEntity('resource', item['resource'], defaults['resource']);
  if ('problem' in resource) return resource;
  const context = orDefault(orDefault(item['context'], defaults['context']), {});
  if (!isJsonObject(context)) return { problem: 'context is not an object' };
  const { tenant } = context;
  if (tenant !== undefined && typeof tenant !== 'string') return { problem: 'context.tenant is not a string' };
  if (tenant !== undefined && !mayBeTenant(tenant)) return { problem: 'context.tenant is no name of a tenant' };
  return {
    asked: {
      subject: { type: subject.type, id: subject.id },
      claims: subject.properties,
      action: action.name,
      resource,
      actionProperties: action.properties,
      context,
    },
    tenant,
  };
}

/** What an evaluation names itself, also where that is a null: whoever names nothing is not asking about the default. */
export function orDefault(own: Json | undefined, fallback: Json | undefined): Json | undefined {
  return own === undefined ? fallback : own;
}

interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties: JsonObject;
}

function readEntity(name: string, own: Json | undefined, fallback: Json | undefined): Entity | EvaluationProblem {
  const given = orDefault(own, fallback);
  if (given === undefined) return { problem: `${name} is missing` };
  if (!isJsonObject(given)) return { problem: `${name} is not an object` };
  const defaults = objectOf(fallback);
  const type = readText(orDefault(given['type'], defaults['type']), `${name}.type`);
  if (typeof type !== 'string') return type;
  const id = readText(orDefault(given['id'], defaults['id']), `${name}.id`);
  if (typeof id !== 'string') return id;
  const properties = readProperties(given, name);
  return 'problem' in properties ? properties : { type, id, properties: properties.properties };
}

function readAction(
  own: Json | undefined,
  fallback: Json | undefined,
): { readonly name: string; readonly properties: JsonObject } | EvaluationProblem {
  const given = orDefault(own, fallback);
  if (given === undefined) return { problem: 'action is missing' };
  if (!isJsonObject(given)) return { problem: 'action is not an object' };
  const name = readText(orDefault(given['name'], objectOf(fallback)['name']), 'action.name');
  if (typeof name !== 'string') return name;
  const properties = readProperties(given, 'action');
  return 'problem' in properties ? properties : { name, properties: properties.properties };
}

function readText(value: Json | undefined, name: string): string | EvaluationProblem {
  if (value === undefined) return { problem: `${name} is missing` };
  return typeof value === 'string' ? value : { problem: `${name} is not a string` };
}

/** Whether the log can say it of a tenant: no index takes more. There need not be one of that name: then all is denied. */
export function mayBeTenant(name: string): boolean {
  return cutName(name) === name;
}

function readProperties(entity: JsonObject, name: string): { readonly properties: JsonObject } | EvaluationProblem {
  const { properties = {} } = entity;
  return isJsonObject(properties) ? { properties } : { problem: `${name}.properties is not an object` };
}
