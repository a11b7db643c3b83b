/** The header of our origins, as CloudFront's distribution has it. */
import {
  type CloudFrontClient,
  GetDistributionCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { ORIGIN_HEADER } from '../edge/origin-check.ts';
import type { Edge } from './origin-secret.ts';

export function createDistributionEdge(client: Pick<CloudFrontClient, 'send'>, Id: string): Edge {
  /** The distribution, and its headers of that name. */
  const read = async () => {
    const answer = await client.send(new GetDistributionCommand({ Id }));
    const config = answer.Distribution?.DistributionConfig;
    if (!config) throw new Error(`CloudFront told nothing of the distribution ${Id}.`);
    const headers = (config.Origins?.Items ?? [])
      .flatMap(({ CustomHeaders }) => CustomHeaders?.Items ?? [])
      .filter(({ HeaderName }) => HeaderName?.toLowerCase() === ORIGIN_HEADER);
    return { config, headers, isEverywhere: answer.Distribution?.Status === 'Deployed', tag: answer.ETag };
  };
  return {
    async header() {
      const { headers, isEverywhere } = await read();
      return { values: headers.map(({ HeaderValue = '' }) => HeaderValue), isEverywhere };
    },
    async setHeader(value) {
      const { config, headers, tag } = await read();
      // These stand within the configuration that is sent back whole; the tag refuses it where it has changed meanwhile.
      for (const header of headers) header.HeaderValue = value;
      await client.send(new UpdateDistributionCommand({ Id, IfMatch: tag, DistributionConfig: config }));
    },
  };
}
