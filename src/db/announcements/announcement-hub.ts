import type { Announcement, AnnouncementHandler } from '../contract.ts';

/** Hears what other processes announce. */
export interface Listener {
  start(): void;
  close(): Promise<void>;
}

/** What a listener calls: for an announcement, and with null when some may have been missed. */
export interface Told {
  readonly onAnnouncement: AnnouncementHandler;
}

/**
 * Passes announcements on to whoever subscribed: those of this process as soon as they are committed, and those of
 * others as the listener hears them. Listening begins with the first subscriber, since it takes a connection.
 */
export class AnnouncementHub {
  readonly #handlers = new Set<AnnouncementHandler>();
  readonly #listener: Listener | undefined;
  #started = false;

  constructor(listen?: (told: Told) => Listener) {
    this.#listener = listen?.({ onAnnouncement: (announcement) => this.publish(announcement) });
  }

  subscribe(handler: AnnouncementHandler): () => void {
    // One of its own: the same function may subscribe twice, and end only one of both.
    const own: AnnouncementHandler = (announcement) => handler(announcement);
    this.#handlers.add(own);
    if (!this.#started) this.#listener?.start();
    this.#started = true;
    return () => this.#handlers.delete(own);
  }

  publish(announcement: Announcement | null): void {
    for (const handler of this.#handlers) handler(announcement);
  }

  async close(): Promise<void> {
    this.#handlers.clear();
    await this.#listener?.close();
  }
}
