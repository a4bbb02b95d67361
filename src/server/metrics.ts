import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Adds to a counter: `applied({ environment: 'production', outcome: 'done' })`. */
export type Count = (labels: { readonly [label: string]: string }, by?: number) => void;

/** The figures of one control plane, for Prometheus. Instances, never a global: two may live in one process. */
export interface Metrics {
  /** A counter of another room: `dream_applies_total`, labels `['environment', 'outcome']`. */
  counter(name: string, help: string, labels: readonly string[]): Count;
  /** A figure read whenever metrics are asked for: connections in a pool, length of a queue. */
  gauge(name: string, help: string, read: () => number): void;
  requestStarted(): void;
  /** `operation` is the id of an operation, never a raw path: paths are without bound. */
  requestFinished(operation: string, status: number, seconds: number): void;
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** `process` adds memory, CPU and event loop of the whole process: for a server, not for a command. */
export function createMetrics(options: { readonly process: boolean } = { process: false }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) {
    collectDefaultMetrics({ register: registry });
  }
  const duration = new Histogram({
    name: 'dream_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer.',
    labelNames: ['operation', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const inFlight = new Gauge({
    name: 'dream_http_requests_in_flight',
    help: 'Requests being answered.',
    registers,
  });
  return {
    counter(name, help, labels) {
      const counter = new Counter({ name, help, labelNames: [...labels], registers });
      return (values, by = 1) => counter.inc({ ...values }, by);
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    requestStarted() {
      inFlight.inc();
    },
    requestFinished(operation, status, seconds) {
      inFlight.dec();
      duration.observe({ operation, status: String(status) }, seconds);
    },
    async expose() {
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
