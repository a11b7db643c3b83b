/**
 * `extensions`: recorded in order, carried out by the executor.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/extensions-js.html.
 */
import type { ExtensionCall } from '../../types.ts';
import { record, toJson } from './evaluation.ts';

function recorder(name: ExtensionCall['name']): (...args: unknown[]) => void {
  return (...args) => {
    record().extensions.push({ name, arguments: args.map(toJson) });
  };
}

export const extensions = {
  setSubscriptionFilter: recorder('setSubscriptionFilter'),
  setSubscriptionInvalidationFilter: recorder('setSubscriptionInvalidationFilter'),
  invalidateSubscriptions: recorder('invalidateSubscriptions'),
  evictFromApiCache: recorder('evictFromApiCache'),
};
