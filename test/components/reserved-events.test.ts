import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';
import { applying, controlPlaneOn, desired, requestOn, resource } from '../support/control-plane.ts';
import { anyDatabase } from '../support/databases.ts';
import { bodyFrom } from '../support/policy-findings.ts';
import { brief, loadFiles } from '../support/project-folder.ts';
import { refusal } from '../support/refusal.ts';

const rule = (event: string): JsonObject => bodyFrom(`{ when: { action: auth.login }, then: [{ event: ${event} }] }`);

describe('events that are called like those of the platform', () => {
  it('are refused in files at the name, in overlays too, and say what to write', async () => {
    const { configuration, diagnostics } = await loadFiles({
      'rules.yaml': `kind: AlertRule
key: one
when: { action: auth.login }
then:
  - event: security.one
  - event: "tenant.updated"
environments:
  production:
    then: [{ event: key.revoked }]
---
kind: AlertRule
key: two
when: { action: auth.login }
then: [{ event: tenant.tampered }]
`,
      'events.yaml': `kind: EventSchema
key: webhook_endpoint.created
---
kind: EventSchema
key: user.signed_up
`,
    });
    expect(configuration).toBeNull();
    expect(diagnostics.map(brief)).toEqual([
      'events.yaml:2:6 analytics/event-reserved',
      'rules.yaml:6:12 audit/event-reserved',
      'rules.yaml:9:21 audit/event-reserved',
      'rules.yaml:14:17 audit/event-family',
    ]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'warning']);
    expect(diagnostics.map(({ hint }) => /`.+`/u.exec(hint ?? '')?.[0])).toEqual([
      '`product.webhook_endpoint.created`',
      '`security.tenant_updated`',
      '`security.key_revoked`',
      '`security.tenant_tampered`',
    ]);
  });

  it('are only warned of where the platform has no such event', async () => {
    const { configuration, diagnostics } = await loadFiles({
      'rule.yaml': 'kind: AlertRule\nkey: two\nwhen: { action: auth.login }\nthen: [{ event: tenant.tampered }]\n',
    });
    expect(diagnostics.map(brief)).toEqual(['rule.yaml:4:17 audit/event-family']);
    expect(configuration).not.toBeNull();
  });
});

anyDatabase((databases) => {
  it('are refused through the API as in files, and nothing is changed', async () => {
    const dream = await controlPlaneOn(await databases.shared());
    const send = requestOn(dream);
    const put = async (name: string, body: JsonObject) => {
      const answer = await send('PUT', `/v1/resources/${name}`, { body });
      return [answer.status, JSON.stringify(answer.body)] as const;
    };
    for (const [name, body, code] of [
      ['AlertRule/one', rule('tenant.updated'), 'audit/event-reserved'],
      ['EventSchema/member.added', {}, 'analytics/event-reserved'],
    ] as const) {
      const [status, text] = await put(name, body);
      expect(status).toBe(400);
      expect(text).toContain(code);
    }
    const error = await refusal(dream.apply(applying(desired([resource('AlertRule', 'one', rule('alert.fired'))]))));
    expect(JSON.stringify(error)).toContain('audit/event-reserved');
    expect((await dream.history({ page: 1, pageSize: 1 })).data).toEqual([]);
    expect((await put('AlertRule/one', rule('tenant.tampered')))[0]).toBe(200);
    expect((await put('EventSchema/member.invited', {}))[0]).toBe(200);
  });
});
