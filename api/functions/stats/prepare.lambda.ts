import { createAwsAnalytics } from '../../ports/analytics/aws.ts';
import { environment } from '../environment.ts';
import { createPrepare } from './prepare.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda(
  createPrepare({
    analytics: createAwsAnalytics(
      environment([
        'ANALYTICS_BUCKET',
        'ANALYTICS_KEY_ARN',
        'ANALYTICS_WORKGROUP',
        'ANALYTICS_DATABASE',
        'ANALYTICS_JOB',
        'TABLE_ARN',
      ]),
    ),
  }),
);
