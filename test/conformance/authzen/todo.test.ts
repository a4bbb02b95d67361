import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { useDatabases } from '../../support/databases.ts';
import { decisionPoint, type Scenario } from './point.ts';

/*
 * The scenario by which implementations of the standard were tried against each other: a list of things to do, kept by
 * five people whom the enforcement point names by the ids of their identity provider.
 */

const people = { rick: '0', morty: '1', summer: '2', beth: '3', jerry: '4' } as const;
type Person = keyof typeof people;

const emails: { readonly [person in Person]: string } = {
  rick: 'rick@the-citadel.com',
  morty: 'morty@the-citadel.com',
  summer: 'summer@the-smiths.com',
  beth: 'beth@the-smiths.com',
  jerry: 'jerry@the-smiths.com',
};

const idOf = (person: Person) => `CiRmZD${people[person]}2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs`;
const member = (person: Person, ...roles: readonly string[]) =>
  [idOf(person), { roles, email: emails[person] }] as const;
const own = 'resource.ownerID == user.email';

const scenario: Scenario = {
  policy: {
    'ResourceType/user': { actions: ['can_read_user'] },
    'ResourceType/todo': {
      actions: ['can_read_todos', 'can_create_todo', 'can_update_todo', 'can_delete_todo'],
      attributes: { ownerID: 'string' },
    },
    'Role/viewer': { permissions: ['user:can_read_user', 'todo:can_read_todos'] },
    'Role/editor': {
      inherits: ['viewer'],
      permissions: ['todo:can_create_todo', 'todo:can_update_todo', 'todo:can_delete_todo'],
      conditions: { 'todo:can_update_todo': own, 'todo:can_delete_todo': own },
    },
    'Role/admin': { inherits: ['editor'], permissions: ['todo:can_delete_todo'] },
    'Role/evil-genius': { inherits: ['editor'], permissions: ['todo:can_update_todo'] },
  },
  members: Object.fromEntries([
    member('rick', 'admin', 'evil-genius'),
    member('morty', 'editor'),
    member('summer', 'editor'),
    member('beth', 'viewer'),
    member('jerry', 'viewer'),
  ]),
};

const todo = (ownerID?: string): JsonObject => ({
  type: 'todo',
  id: ownerID === undefined ? 'todo-1' : '7240d0db-8ff0-41ec-98b2-34a096273b9f',
  ...(ownerID === undefined ? {} : { properties: { ownerID } }),
});

/** Reading a user, reading and creating, updating one's own and Rick's, deleting one's own and Rick's. */
const expected: { readonly [person in Person]: readonly boolean[] } = {
  rick: [true, true, true, true, true, true, true],
  morty: [true, true, true, true, false, true, false],
  summer: [true, true, true, true, false, true, false],
  beth: [true, true, false, false, false, false, false],
  jerry: [true, true, false, false, false, false, false],
};

const databases = useDatabases('postgres');

it('SD-09 AuthZEN: the interoperability scenario gets its decisions, one by one and all at once', async () => {
  const { post } = await decisionPoint(await databases.shared(), scenario);
  for (const person of ['rick', 'morty', 'summer', 'beth', 'jerry'] as const) {
    const subject = { type: 'user', id: idOf(person) };
    const evaluations: readonly JsonObject[] = [
      { action: { name: 'can_read_user' }, resource: { type: 'user', id: emails.beth } },
      { action: { name: 'can_read_todos' }, resource: todo() },
      { action: { name: 'can_create_todo' }, resource: todo() },
      { action: { name: 'can_update_todo' }, resource: todo(emails[person]) },
      { action: { name: 'can_update_todo' }, resource: todo(emails.rick) },
      { action: { name: 'can_delete_todo' }, resource: todo(emails[person]) },
      { action: { name: 'can_delete_todo' }, resource: todo(emails.rick) },
    ];
    const single: unknown[] = [];
    for (const evaluation of evaluations) {
      single.push((await post('evaluation', { subject, ...evaluation })).json['decision']);
    }
    expect({ person, decisions: single }).toStrictEqual({ person, decisions: expected[person] });
    const { json } = await post('evaluations', { subject, evaluations });
    expect(json['evaluations']).toMatchObject(expected[person].map((decision) => ({ decision })));
  }
  // Where one's own is Rick's: whoever holds the evil genius's role may update everybody's.
  const rick = { type: 'user', id: idOf('rick') };
  const others = { action: { name: 'can_update_todo' }, resource: todo(emails.morty) };
  expect((await post('evaluation', { subject: rick, ...others })).json).toStrictEqual({ decision: true });
});
