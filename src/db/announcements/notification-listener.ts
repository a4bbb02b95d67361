import pg from 'pg';
import type { Random } from '../../host/contract.ts';
import { channel, readNotification } from './announce-within.ts';
import type { Listener, Told } from './announcement-hub.ts';

export interface NotificationListenerOptions extends Told {
  readonly url: string;
  readonly random: Random;
}

/** Milliseconds before a broken connection is made anew: the first time, and at most. */
const [firstWait, longestWait] = [100, 5_000];

/**
 * Listens on a connection of its own, which is made anew whenever it breaks. Whoever listens is told after each
 * connection that something may have been missed: PostgreSQL keeps nothing for those who were away.
 */
export class NotificationListener implements Listener {
  readonly #options: NotificationListenerOptions;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(options: NotificationListenerOptions) {
    this.#options = options;
  }

  start(): void {
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  /** Never rejects. */
  async #connect(): Promise<void> {
    const { url, onAnnouncement } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: 'dream announcements',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    this.#client = client;
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      this.#connectLater();
      client.end().catch(() => undefined);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload = '' }) => {
      for (const announcement of readNotification(payload)) onAnnouncement(announcement);
    });
    try {
      await client.connect();
      // It must not keep a process alive that has nothing else to do. The types of `pg` do not know the method.
      (client as pg.Client & { unref(): void }).unref();
      await client.query(`LISTEN ${channel}`);
      this.#failures = 0;
      onAnnouncement(null);
    } catch {
      lose();
    }
    if (this.#closed) await client.end().catch(() => undefined);
  }

  /** Waits grow, and differ by chance: replicas that lost one database do not all come back at once. */
  #connectLater(): void {
    if (this.#closed) return;
    const [byte = 0] = this.#options.random.bytes(1);
    const wait = Math.min(longestWait, firstWait * 2 ** this.#failures) * (0.5 + byte / 256);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#timer = setTimeout(() => void this.#connect(), wait);
    this.#timer.unref();
  }
}
