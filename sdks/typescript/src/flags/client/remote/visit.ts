import type { Platform } from '../platform.ts';
import { Exposures } from '../reports/exposures.ts';
import type { Report } from '../reports/observer.ts';
import { Reporter } from '../reports/reporter.ts';
import type { Server } from '../updates/server.ts';
import type { RemoteAnswer } from './read-answers.ts';

/** What one page serves a report of. */
const mostExposures = 1_000;

export interface VisitOptions {
  /** Asked as whoever visits. */
  readonly server: Server;
  /** What is asked, as JSON; undefined where the context is none. */
  readonly asked: string | undefined;
  /** False: nothing is reported. */
  readonly reports: boolean;
  readonly onProblem: (problem: string) => void;
}

/** Somebody who asks, for as long as it is them: what they saw is reported as theirs, with their token. */
export class Visit {
  #server: Server;
  #following: AbortController;
  asked: string | undefined;
  /** Of the answers that are held. */
  etag: string | null = null;
  readonly #exposures: Exposures;
  readonly #reporter: Reporter | undefined;

  constructor({ asked, onProblem, reports, server }: VisitOptions) {
    const { platform }: { readonly platform: Platform } = server;
    this.#server = server;
    this.asked = asked;
    this.#following = platform.newAbort();
    const exposures = new Exposures(platform.now);
    this.#exposures = exposures;
    const observer = {
      take: (): readonly Report[] => [{ counts: [], contexts: [], exposures: exposures.take(mostExposures) }],
      putBack: (report: Report): void => exposures.putBack(report.exposures),
    };
    // By the token that is the present one when a report is sent.
    const ask: Server['ask'] = (...question) => this.#server.ask(...question);
    const reporting = { server: { platform, ask }, observer, interval: 30_000, onProblem };
    this.#reporter = reports ? new Reporter(reporting) : undefined;
  }

  get server(): Server {
    return this.#server;
  }

  /** Aborted when what is asked and heard at present is called off. */
  get signal(): AbortSignal {
    return this.#following.signal;
  }

  /** Calls off whatever is under way, to ask and hear anew. What was seen stays, and is reported. */
  restart(): void {
    this.#following.abort();
    this.#following = this.#server.platform.newAbort();
  }

  /** The same visitor, by another token. */
  renew(server: Server): void {
    this.#server = server;
    this.etag = null;
  }

  /** Hears no more. */
  leave(): void {
    this.#following.abort();
  }

  saw(key: string, { exposure, variant }: RemoteAnswer): void {
    if (exposure !== undefined && variant !== null) this.#exposures.tell(key, variant, exposure.by, exposure.unit);
  }

  async flush(): Promise<void> {
    await this.#reporter?.flush();
  }

  /** Hears no more, and reports what is left. */
  async end(patience: number): Promise<void> {
    this.leave();
    await this.#reporter?.close(patience);
  }
}
