import { PgBoss } from 'pg-boss';
import { expect, it } from 'vitest';
import { jobsDatabase } from '../../src/jobs/jobs-database.ts';
import { eachDatabase } from '../support/databases.ts';

eachDatabase((databases) => {
  it('the migrated tables are those that the installed pg-boss expects', async () => {
    const { forBoss: db } = jobsDatabase(await databases.shared());
    const boss = new PgBoss({
      db,
      schema: 'jobs',
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    const drift = await boss.detectSchemaDrift();
    await boss.stop({ graceful: false, close: false });
    expect(drift).toMatchObject({ ok: true });
  });
});
