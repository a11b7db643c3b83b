/**
 * Functions that CloudFormation calls while it deploys, and whose answer it waits for.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requesttypes.html
 */
import { log } from '#api/observability/telemetry.ts';

/** What CloudFormation asks. */
export interface DeploymentEvent {
  RequestType: 'Create' | 'Update' | 'Delete';
  /** Where the answer is put; signed, and without a media type. */
  ResponseURL: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
}

export const isDeployment = (event: object): event is DeploymentEvent => 'ResponseURL' in event;

export interface DeploymentWork {
  /** Done once a deployment, and again where one is tried again. What throws fails the deployment, with its message. */
  work: () => Promise<unknown>;
  /** Milliseconds for it, less than the function has: a function that ends unheard is waited for. */
  withinMs: number;
  fetch?: typeof fetch;
}

/** An answer may have 4,096 bytes. */
const REASON_LENGTH = 1_000;
const ATTEMPTS = 3;

/** Does the work, unless the resource goes, and answers how it ended. Never throws but where nobody can be answered. */
export function onDeployment({ work, withinMs, fetch: put = fetch }: DeploymentWork) {
  return async (event: DeploymentEvent): Promise<void> => {
    const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = event;
    const reason = RequestType === 'Delete' ? undefined : await failureOf(work, withinMs);
    const body = Buffer.from(
      JSON.stringify({
        Status: reason === undefined ? 'SUCCESS' : 'FAILED',
        ...(reason !== undefined && { Reason: reason }),
        PhysicalResourceId: event.PhysicalResourceId ?? LogicalResourceId,
        StackId,
        RequestId,
        LogicalResourceId,
      }),
    );
    for (let left = ATTEMPTS; ; left -= 1) {
      const answer = await put(ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body });
      if (answer.ok) return;
      if (left === 1) throw new Error(`CloudFormation did not take the answer: ${answer.status}`);
    }
  };
}

/** Why the work could not be done; undefined where it was. */
async function failureOf(work: () => Promise<unknown>, withinMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It was not done within ${withinMs / 1000} s. Deploy again: it goes on.`)),
      withinMs,
    );
  });
  try {
    await Promise.race([work(), late]);
    return undefined;
  } catch (error) {
    log('error', 'deployment failed', { error });
    return (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
  } finally {
    clearTimeout(timer);
  }
}
