import type { JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';
import type { StreamPart } from '../server/stream-page.ts';

/** The part of the API that is about what has happened, and who is told of it. */
export interface EventsClient {
  events: {
    /** Oldest first. `nextCursor` is there at the end too; null where nothing has ever happened. */
    list(query: EventQuery, limit: number): Promise<StreamPart<HappenedEvent>>;
  };
  webhooks: {
    list(page: PageRequest): Promise<Page<WebhookStatus>>;
    /** Newest first; `cursor` is that of the part before. */
    deliveries(endpoint: string, query: DeliveryQuery): Promise<StreamPart<WebhookDelivery>>;
    /** With every call that was made of it. */
    delivery(id: string): Promise<WholeWebhookDelivery>;
    replayDelivery(id: string): Promise<WebhookDelivery & AtEndpoint>;
    replay(endpoint: string, range: ReplayRange): Promise<{ readonly replayed: number } & AtEndpoint>;
    enable(endpoint: string): Promise<WebhookStatus>;
    disable(endpoint: string): Promise<WebhookStatus>;
    rotateSecret(endpoint: string, keepPreviousFor: string): Promise<NewWebhookSecret>;
  };
}

export interface EventQuery {
  readonly tenant?: string | undefined;
  /** Patterns with `*`. */
  readonly types?: readonly string[] | undefined;
  /** An instant. */
  readonly since?: string | undefined;
  readonly after?: string | undefined;
}

export interface HappenedEvent {
  readonly id: string;
  readonly type: string;
  readonly tenantId: string | null;
  readonly subject: string;
  readonly createdAt: string;
  readonly data: JsonObject;
}

/** Of the endpoint that something is pending for. */
export interface AtEndpoint {
  /** Null: there is none any more. Absent: the server does not say. */
  readonly endpointStatus?: 'active' | 'off' | 'disabled' | null;
}

export interface WebhookStatus {
  readonly key: string;
  readonly name: string | null;
  readonly url: string;
  readonly events: readonly string[];
  readonly status: 'active' | 'off' | 'disabled';
  readonly disabledAt: string | null;
  readonly disabledBecause: 'gone' | 'failing' | 'asked' | null;
  readonly failingSince: string | null;
  readonly pending: number;
  readonly secret: 'configured' | 'own' | 'none';
}

export interface DeliveryQuery {
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface WebhookDelivery {
  readonly id: string;
  readonly endpoint: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly tenantId: string | null;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly calls: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface WholeWebhookDelivery extends WebhookDelivery {
  /** Oldest first. */
  readonly attempts: readonly WebhookCall[];
}

export interface WebhookCall {
  readonly at: string;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly excerpt: string;
}

export interface ReplayRange {
  /** Instants. */
  readonly since: string;
  readonly until?: string;
  readonly types?: readonly string[];
  readonly undeliveredOnly?: boolean;
}

export interface NewWebhookSecret {
  readonly secret: string;
  readonly previousUntil: string | null;
}
