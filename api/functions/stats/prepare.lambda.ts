import { createAwsAnalytics } from '../../ports/analytics/aws.ts';
import { environment } from '../environment.ts';
import { createPrepare } from './prepare.ts';

export const handler = createPrepare({
  analytics: createAwsAnalytics(
    environment([
      'ANALYTICS_BUCKET',
      'ANALYTICS_WORKGROUP',
      'ANALYTICS_DATABASE',
      'ANALYTICS_JOB',
      'TABLE_ARN',
    ]),
  ),
});
