import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/tables/*.ts', './src/components/**/tables.ts'],
  out: './src/db/migrations',
});
