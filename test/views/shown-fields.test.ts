import { describe, expect, it } from 'vitest';
import { diffBodies } from '../../src/engine/diff/diff-bodies.ts';
import type { JsonObject } from '../../src/engine/json.ts';
import { shownFields } from '../../src/views/shown-fields.ts';
import { registry } from '../support/project-folder.ts';

function shown(kind: string, before: JsonObject, after: JsonObject) {
  const schema = registry.kinds.get(kind)?.model.schema;
  if (schema === undefined) throw new Error(`there is no kind ${kind}`);
  return shownFields(diffBodies(before, after, schema));
}

describe('fields as people read them', () => {
  it('show what comes into a set and leaves it without saying it twice', () => {
    expect(shown('Role', { permissions: ['a:read', 'b:read'] }, { permissions: ['a:read'] })).toEqual([
      { path: 'permissions', before: 'b:read' },
    ]);
    const type = (owner: readonly string[]) => ({ actions: ['read', 'share'], grants: { owner: [...owner] } });
    expect(shown('ResourceType', type(['*']), type(['read', 'share']))).toEqual([
      { path: 'grants.owner', before: '*' },
      { path: 'grants.owner', after: ['read', 'share'] },
    ]);
  });

  it('show whom a workflow is newly for, and not the address of the entry', () => {
    const to = (...recipients: readonly JsonObject[]) => ({ to: [...recipients] });
    expect(shown('Workflow', to({ topic: 'billing' }), to({ topic: 'billing' }, { role: 'admin' }))).toEqual([
      { path: 'to', after: { role: 'admin' } },
    ]);
  });

  it('leave alone what is addressed by a key of its own', () => {
    const steps = (after: string) => ({ steps: [{ key: 'mail', channel: 'email', after }] });
    expect(shown('Workflow', steps('1h'), steps('2h'))).toEqual([
      { path: 'steps[mail].after', before: '1h', after: '2h' },
    ]);
  });
});
