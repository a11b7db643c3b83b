/**
 * Stages: what differs between a deployment to try things in, the last look before people see it, and the one that
 * people use. All may stand in one account, since names carry the stage (`names.ts`).
 */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What a stage is made like. */
export type StageKind = 'dev' | 'staging' | 'prod';
/** `pr-<number>` is the preview of a pull request, and made like dev. */
export type StageName = StageKind | `pr-${number}`;

export interface Stage {
  name: StageName;
  kind: StageKind;
  /** Where all but the edge stands; what CloudFront takes is in us-east-1. */
  region: string;
  /** Put before the product's domain: `staging.` of `staging.artissist.example`. */
  subdomain: string;
  /** Stage in whose hosted zone the records stand. Previews have no zone of their own, which would need delegation. */
  zoneOf: StageName;
  /** Whether table, buckets, people and keys outlive their stack, and are protected from deletion. */
  keeps: boolean;
  /** How long logs are kept. */
  logRetention: RetentionDays;
  /** Whether `__schema` may be asked for. */
  introspection: boolean;
  /** Concurrent executions that a function has for itself, and never more, by its name. Others share what is left. */
  reservedConcurrency: Readonly<Record<string, number>>;
  /** Requests of one address in five minutes, beyond which the firewalls refuse it. */
  requestRates: {
    /** Pages, media, REST and search together. */
    site: number;
    /** GraphQL. */
    api: number;
    /** Sign-in and sign-up. */
    identity: number;
  };
  /** Cognito's threat protection, which its plan PLUS has. */
  threatProtection: boolean;
  /** Days that daily backups are kept, beside point-in-time recovery; none where 0. */
  backupDays: number;
  /**
   * How evidence is locked against deletion: the account's trail and the log of changes. Nobody, not even the account, can
   * end COMPLIANCE early. None where it is left out: a region has five trails, and what is tried out is deleted again.
   */
  audit?: { mode: 'GOVERNANCE' | 'COMPLIANCE'; days: number };
  /** US dollars a month at which the budget warns, and of unusual cost in a day. */
  monthlyBudgetUsd: number;
  anomalyUsd: number;
}

type Kind = Omit<Stage, 'name' | 'kind' | 'subdomain' | 'zoneOf'>;

const DEV: Kind = {
  region: 'us-east-1',
  keeps: false,
  logRetention: RetentionDays.ONE_WEEK,
  introspection: true,
  // An account has ten executions at once to begin with, of which none can be reserved.
  reservedConcurrency: {},
  requestRates: { site: 5_000, api: 2_000, identity: 200 },
  threatProtection: false,
  backupDays: 0,
  monthlyBudgetUsd: 450,
  anomalyUsd: 10,
};

const STAGING: Kind = {
  ...DEV,
  keeps: true,
  logRetention: RetentionDays.ONE_MONTH,
  threatProtection: true,
  backupDays: 7,
  audit: { mode: 'GOVERNANCE', days: 30 },
  monthlyBudgetUsd: 500,
  anomalyUsd: 30,
};

const PROD: Kind = {
  ...STAGING,
  logRetention: RetentionDays.THREE_MONTHS,
  introspection: false,
  // What a flood of uploads, of searches or of foreign tokens may take; the rest stays for everybody's requests.
  reservedConcurrency: { 'process-asset': 50, 'search-page': 100, authorizer: 200 },
  backupDays: 35,
  audit: { mode: 'COMPLIANCE', days: 365 },
  monthlyBudgetUsd: 1_500,
  anomalyUsd: 100,
};

const KINDS: Record<StageKind, Kind> = { dev: DEV, staging: STAGING, prod: PROD };
const PREVIEW = /^pr-[1-9]\d{0,5}$/;

export const STAGE_NAMES = 'dev, staging, prod or pr-<number>';

/** Whether a text names a stage. */
export const isStageName = (name: string): name is StageName =>
  Object.hasOwn(KINDS, name) || PREVIEW.test(name);

/**
 * The configuration of a stage.
 * @param region where it stands, if not where its kind does
 */
export function stageOf(name: StageName, region?: string): Stage {
  const preview = PREVIEW.test(name);
  const kind = preview ? 'dev' : (name as StageKind);
  return {
    ...KINDS[kind],
    name,
    kind,
    subdomain: kind === 'prod' ? '' : preview ? `${name}.dev.` : `${name}.`,
    zoneOf: preview ? 'dev' : name,
    ...(region !== undefined && { region }),
  };
}
