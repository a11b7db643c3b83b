/** Every started subscription by its field, and the way of a mutation's payload to them. */
import type { Json, JsonObject } from '../../types.ts';
import type { Log } from '../options.ts';
import type { MutationEvent } from './mutation-event.ts';
import type { Subscription } from './subscription.ts';

/** A subscription with the way to its socket. */
export interface Subscriber {
  subscription: Subscription;
  /** Sends the JSON text of a payload. Must not wait. */
  deliver(payload: string): void;
  /** Ends the subscription and its connection: it has been invalidated. */
  end(): void;
}

export interface Subscribers {
  /** Returns the function that takes the subscriber out again. */
  add(subscriber: Subscriber): () => void;
  publish(event: MutationEvent): Promise<void>;
  /** `extensions.invalidateSubscriptions({subscriptionField, payload})` */
  invalidate(definition: Json): void;
}

const MAX_PAYLOAD_BYTES = 240 * 1024;

/** @param mutations the mutations of each subscription field, as `@aws_subscribe` names them. */
export function createSubscribers(mutations: ReadonlyMap<string, readonly string[]>, log: Log): Subscribers {
  const byField = new Map<string, Set<Subscriber>>();
  const fieldsOf = new Map<string, string[]>();
  for (const [field, names] of mutations)
    for (const name of names) fieldsOf.set(name, [...(fieldsOf.get(name) ?? []), field]);

  return {
    add(subscriber) {
      const { field } = subscriber.subscription;
      const sameField = byField.get(field) ?? new Set();
      byField.set(field, sameField.add(subscriber));
      return () => {
        sameField.delete(subscriber);
      };
    },
    async publish({ mutation, payload }) {
      for (const field of fieldsOf.get(mutation) ?? [])
        await publishTo([...(byField.get(field) ?? [])], payload, log);
    },
    invalidate(definition) {
      const { field, payload } = readInvalidation(definition);
      for (const subscriber of [...(byField.get(field) ?? [])])
        if (subscriber.subscription.endsOn?.(payload)) subscriber.end();
    },
  };
}

/** Subscriptions that ask the same in the same mode share one text. */
async function publishTo(subscribers: readonly Subscriber[], payload: JsonObject, log: Log): Promise<void> {
  const texts = new Map<string, string>();
  for (const { subscription, deliver } of subscribers) {
    if (!subscription.accepts(payload)) continue;
    let text = texts.get(subscription.key);
    if (text === undefined) {
      text = JSON.stringify(await subscription.write(payload));
      texts.set(subscription.key, text);
    }
    const bytes = Buffer.byteLength(text);
    if (bytes <= MAX_PAYLOAD_BYTES) deliver(text);
    else
      log({
        level: 'warn',
        message: `A payload of ${bytes} bytes for Subscription.${subscription.field} was not sent: AppSync sends at most ${MAX_PAYLOAD_BYTES}.`,
      });
  }
}

function readInvalidation(definition: Json): { field: string; payload: JsonObject } {
  if (definition !== null && typeof definition === 'object' && !Array.isArray(definition)) {
    const { subscriptionField, payload = null } = definition;
    if (
      typeof subscriptionField === 'string' &&
      payload !== null &&
      typeof payload === 'object' &&
      !Array.isArray(payload)
    )
      return { field: subscriptionField, payload };
  }
  throw new TypeError(
    `extensions.invalidateSubscriptions takes {subscriptionField, payload}. Received: ${JSON.stringify(definition)}`,
  );
}
