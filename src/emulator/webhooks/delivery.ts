import { timestamp } from '../clock.ts';

/** How the app's server answered. */
export interface DeliveryResponse {
  /** 0 where no answer came. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Seconds. */
  readonly duration: number;
  /** What GitHub says of it: `OK`, or why not. */
  readonly verdict: string;
}

/** What is sent. */
export interface DeliveryRequest {
  /** The same for every attempt at one webhook. */
  readonly guid: string;
  readonly event: string;
  /** Null for events without one, as `push`. */
  readonly action: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: object;
  readonly body: string;
  readonly installationId: number;
  readonly repositoryId: number | null;
}

/** One attempt at delivering a webhook. */
export class Delivery {
  readonly id: number;
  readonly request: DeliveryRequest;
  readonly isRedelivery: boolean;
  readonly time: Date;
  response: DeliveryResponse | undefined;

  constructor(id: number, request: DeliveryRequest, isRedelivery: boolean, time: Date) {
    this.id = id;
    this.request = request;
    this.isRedelivery = isRedelivery;
    this.time = time;
  }

  /** As REST lists it. */
  item() {
    const { guid, event, action, installationId, repositoryId } = this.request;
    return {
      id: this.id,
      guid,
      delivered_at: timestamp(this.time),
      redelivery: this.isRedelivery,
      duration: this.response?.duration ?? 0,
      status: this.response?.verdict ?? 'pending',
      status_code: this.response?.status ?? 0,
      event,
      action,
      installation_id: installationId,
      repository_id: repositoryId,
    };
  }

  /** As REST shows it. */
  whole() {
    const { headers, payload } = this.request;
    const response = {
      headers: this.response?.headers ?? null,
      payload: this.response?.body ?? null,
    };
    return { ...this.item(), url: '', request: { headers, payload }, response };
  }
}
