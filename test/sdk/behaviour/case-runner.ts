import type { ScriptedServer } from '../../support/scripted-server.ts';
import type { BehaviourCase, Outcome } from './behaviour-case.ts';
import { blindSpots } from './blind-spots.ts';
import { type Addresses, driverLine, environmentFor } from './driver-line.ts';
import { DriverProcess } from './driver-process.ts';
import { judge } from './judge.ts';
import type { Language } from './languages.ts';

/** Runs cases with one language, one after the other. */
export class CaseRunner {
  readonly language: Language;
  readonly #server: ScriptedServer;
  readonly #closed: string;
  #driver: DriverProcess | undefined;

  /** `closed`: an address where nobody listens. */
  constructor(language: Language, server: ScriptedServer, closed: string) {
    this.language = language;
    this.#server = server;
    this.#closed = closed;
  }

  /** All in which the SDK does otherwise than the case says, and all that the case says without holding anybody to it. */
  async problems(one: BehaviourCase): Promise<readonly string[]> {
    const script = this.#server.play(one.server ?? []);
    try {
      const outcome = await this.#outcome(one, { server: script.url, closed: this.#closed });
      const wrong = judge(one, outcome, script.requests);
      if (wrong.length > 0) return wrong;
      return blindSpots(one, outcome, script.requests).map((place) => `${place}: could be anything`);
    } catch (error) {
      return [String(error)];
    }
  }

  async end(): Promise<void> {
    await this.#driver?.end();
  }

  async #outcome(one: BehaviourCase, addresses: Addresses): Promise<Outcome> {
    const line = driverLine(one, addresses, Date.now());
    if (one.environment !== undefined) {
      const driver = new DriverProcess(this.language.command, environmentFor(one, addresses));
      try {
        return await driver.run(one.id, line);
      } finally {
        await driver.end();
      }
    }
    this.#driver ??= new DriverProcess(this.language.command, {});
    try {
      return await this.#driver.run(one.id, line);
    } catch (error) {
      // Its end is this case's failure, and no other's.
      this.#driver = undefined;
      throw error;
    }
  }
}
