import { text } from 'drizzle-orm/pg-core';
import { environments } from './environments.ts';

/** The environment a row belongs to. What is written while an apply holds that environment's row must not refer to it. */
export const environmentId = () =>
  text('environment_id')
    .notNull()
    .references(() => environments.id);
