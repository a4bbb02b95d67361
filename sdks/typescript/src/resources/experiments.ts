// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { ExperimentResults, ExperimentsObserveBody, ExperimentsObserveResult } from '../types.ts';

/** Which variation of a flag does better, by what the product reports. */
export class Experiments extends Resource {
  /**
   * Report what units did.
   *
   * The events that metrics of experiments are made of. A signed-in user reports only what they themselves and their
   * tenant did.
   *
   * For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of the
   * client, or of `options`.
   */
  observe(body: ExperimentsObserveBody, options?: CallOptions): Call<ExperimentsObserveResult> {
    return this.call(
      {
        id: 'experiments.observe',
        method: 'POST',
        route: '/v1/experiments/observations',
        isMutation: true,
        isAboutTenant: true,
      },
      { body },
      options,
    );
  }

  /**
   * Say what an experiment has shown so far.
   *
   * Of the experiment that a live flag declares. May be looked at whenever you like.
   *
   * For a secret key.
   *
   * Errors: `experiments/unknown`.
   *
   * @param flag Key of the flag.
   */
  results(flag: string, options?: CallOptions): Call<ExperimentResults> {
    return this.call(
      { id: 'experiments.results', method: 'GET', route: '/v1/experiments/{flag}/results' },
      { path: { flag } },
      options,
    );
  }
}
