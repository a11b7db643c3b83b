/** How a write of a machine is stamped: what did it, and the request that it goes back to where one is known. */
import { causingRequest } from '../../observability/telemetry.ts';

/** What follows SET, and its values. */
export function machineStamp(via: string): { set: string; values: Record<string, string> } {
  const { requestId } = causingRequest();
  return requestId === undefined
    ? { set: 'updatedVia = :via', values: { ':via': via } }
    : {
        set: 'updatedVia = :via, requestId = :request',
        values: { ':via': via, ':request': requestId },
      };
}
