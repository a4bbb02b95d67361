import type { Session } from './contract.ts';
import { domainEvents } from './tables/index.ts';

type DomainEventRow = typeof domainEvents.$inferInsert;

/** PostgreSQL takes 65,535 parameters in a statement. */
const rowsPerStatement = 1000;

/** Writes down what has happened, in the transaction in which it does. */
export async function insertDomainEvents(session: Session, rows: readonly DomainEventRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await session.tx.insert(domainEvents).values(rows.slice(start, start + rowsPerStatement));
  }
}
