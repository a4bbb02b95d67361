import { describe, expect, it } from 'vitest';
import { acmeProject, edit } from '../support/acme-project.ts';
import { program } from '../support/cli.ts';
import { commands } from '../support/commands.ts';
import { longRun } from '../support/long-run.ts';

describe('the embedded directory belongs to one process', () => {
  it('serves the commands beside a running `dream dev`, refuses a second server, and is taken over after kill -9', async () => {
    const directory = acmeProject();
    const dream = await program(directory);
    // One process for all that only ask: it is another than the server's, and ends with none of them.
    const beside = commands(directory);
    const dev = await dream.serve(['dev', '--port', '0']);
    const holder = `process ${dev.pid}`;

    const status = await beside('status');
    expect(status.stdout).toContain(`the server at ${dev.url} (${holder})`);
    // `dev` applies by itself; the plan of another process sees what it did.
    await expect.poll(() => dev.output()).toContain('revision 1');
    expect((await beside('plan', '--detailed-exitcode')).exitCode).toBe(0);
    edit(directory, 'plans/pro.yaml', 'name: Pro', 'name: Professional');
    await expect.poll(() => dev.output()).toContain('revision 2');
    const history = (await beside('history', '--json')).json<{
      readonly revisions: readonly { readonly number: number }[];
    }>();
    expect(history.revisions.map(({ number }) => number)).toEqual([2, 1]);

    for (const second of longRun ? ['serve', 'dev'] : ['dev']) {
      const refused = await dream(second, '--port', '0');
      expect(refused.exitCode).toBe(1);
      expect(refused.stderr).toContain(`is in use by ${holder}, a server at ${dev.url}.`);
      expect(refused.stderr).toContain('Commands of this project reach that server by themselves: leave --server');
      expect(refused.stderr).not.toContain('mistake in Dream');
    }
    const refused = await dream('serve', '--port', '0', '--json');
    expect(refused.exitCode).toBe(1);
    expect(refused.json()).toMatchObject({ success: false, error: { code: 'db/directory-in-use' } });

    dev.signal('SIGKILL');
    await dev.ended;
    const next = await dream.serve();
    expect((await beside('status')).stdout).toContain(`process ${next.pid}`);
    expect((await beside('plan', '--detailed-exitcode')).exitCode).toBe(0);
    expect((await next.stop()).exitCode).toBe(0);
    expect((await beside('status')).stdout).toContain('embedded database in .dream/');
  });
});
