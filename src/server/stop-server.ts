import type { FastifyInstance } from 'fastify';
import type { FreshConnections } from './fresh-connections.ts';
import type { RunningWork } from './running-work.ts';

/**
 * Lets running requests come to their end, and cuts off what is left after the deadline.
 *
 * @param deadline milliseconds
 */
export async function stopServer(
  app: FastifyInstance,
  running: RunningWork,
  fresh: FreshConnections,
  deadline: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, deadline);
  });
  // Requests of the in-process client have no connection, so they are waited for by count.
  const closed = running.none().then(() => {
    fresh.close();
    return app.close();
  });
  await Promise.race([closed, late]);
  clearTimeout(timer);
  app.server.closeAllConnections();
  await app.close();
}
