/** What was done about one thing that a rule says under `then`. */
export interface ActionTaken {
  readonly does: 'webhook' | 'workflow' | 'event';
  /** Key of the endpoint or workflow; type of the event. */
  readonly target: string;
  /** `done`: the event is written, or the call is on its way. `handed-on`: whoever runs workflows reads it in `alert.fired`. */
  readonly outcome: 'done' | 'handed-on' | 'impossible';
  /** Why it was impossible. */
  readonly reason?: string;
}
