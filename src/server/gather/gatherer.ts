import { setImmediate as nextRound } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (problem: unknown) => void;
}

export interface GathererOptions<Item, Result> {
  /** Does the work of several at once, all or nothing; one result for each item, in their order. */
  readonly work: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Items taken on at once. */
  readonly most: number;
  /** Whether a problem would have met each item alone too, so that trying them apart is of no use. */
  readonly isEverybodys: (problem: unknown) => boolean;
}

/**
 * Does at once what comes at about the same time. The first of a group goes ahead together with those that the same
 * round of the event loop brought; those that come meanwhile wait for it to end, and then go together. So nobody waits
 * for company, and the more there is to do, the more is done at once.
 */
export class Gatherer<Item, Result> {
  readonly #options: GathererOptions<Item, Result>;
  readonly #groups = new Map<string, Waiting<Item, Result>[]>();

  constructor(options: GathererOptions<Item, Result>) {
    this.#options = options;
  }

  /** Rejects with what befell the item; what befell another one of its group is no matter. */
  add(group: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const one = { item, resolve, reject };
      const waiting = this.#groups.get(group);
      if (waiting !== undefined) {
        waiting.push(one);
        return;
      }
      const first = [one];
      this.#groups.set(group, first);
      void this.#workOff(group, first);
    });
  }

  /** Never rejects. */
  async #workOff(group: string, waiting: Waiting<Item, Result>[]): Promise<void> {
    await nextRound();
    while (waiting.length > 0) await this.#settle(waiting.splice(0, this.#options.most));
    this.#groups.delete(group);
  }

  /** What fails together is tried in halves, until whoever is to blame is alone. Never rejects. */
  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const { work, isEverybodys } = this.#options;
    let results: readonly Result[];
    try {
      results = await work(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new RangeError(`${batch.length} asked, ${results.length} answered`);
    } catch (problem) {
      if (batch.length === 1 || isEverybodys(problem)) {
        for (const { reject } of batch) reject(problem);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.#settle(batch.slice(0, middle));
      await this.#settle(batch.slice(middle));
      return;
    }
    for (const [index, result] of results.entries()) batch[index]?.resolve(result);
  }
}
