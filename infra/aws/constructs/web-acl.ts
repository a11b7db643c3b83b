/**
 * A firewall: AWS's own rule groups against what is known to be bad, and limits of requests for each address. Bodies are
 * not judged by their words, since they are people's texts: an essay about SQL is no attack, and what a text may hold is
 * checked behind it, by its field.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
import { ArnFormat, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;

/** How many requests one address may send, of all or of some. */
export interface RateRule {
  name: string;
  /** Requests of one address in five minutes: at least 10. */
  limit: number;
  /** Which requests are counted; all unless told. */
  of?: Statement;
}

export interface WebAclProps {
  names: Names;
  /** Ends its name; one of a stage has it. */
  name: string;
  /** What it stands before, one sentence. */
  purpose: string;
  /** `CLOUDFRONT` is made in us-east-1. */
  scope: 'CLOUDFRONT' | 'REGIONAL';
  rates: readonly RateRule[];
  /** Rules of the common group that only count here, beside those about bodies. */
  counted?: readonly string[];
  /** Body, in JSON, of the answer 429 to who sends too many requests. */
  tooMany: object;
}

const WINDOW_SECONDS = 300;
const VENDOR = 'AWS';
const TOO_MANY = 'too-many';
/** Rules about bodies, which only count. Addresses, queries, cookies and other headers are judged. */
const BODY_RULES = [
  'SizeRestrictions_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'CrossSiteScripting_BODY',
];
const COMMON = 'AWSManagedRulesCommonRuleSet';
/** AWS's groups, with the rules of each that only count. */
const GROUPS: ReadonlyArray<{ group: string; counted: readonly string[] }> = [
  { group: 'AWSManagedRulesAmazonIpReputationList', counted: [] },
  // Tools have no User-Agent of a browser, and some have none.
  { group: COMMON, counted: [...BODY_RULES, 'NoUserAgent_HEADER'] },
  {
    group: 'AWSManagedRulesKnownBadInputsRuleSet',
    counted: ['Log4JRCE_BODY', 'JavaDeserializationRCE_BODY'],
  },
];
/** Headers that say who somebody is, or that CloudFront asks. */
const REDACTED = ['authorization', 'cookie', 'x-api-key', 'x-artissist-origin'];

export class WebAcl extends Construct {
  readonly arn: string;
  readonly logGroupName: string;

  constructor(
    stack: Stack,
    id: string,
    { names, name, purpose, scope, rates, counted = [], tooMany }: WebAclProps,
  ) {
    super(stack, id);
    const fullName = `${names.prefix}-${name}`;
    const acl = new CfnWebACL(this, 'Acl', {
      name: fullName,
      description: purpose,
      scope,
      defaultAction: { allow: {} },
      customResponseBodies: {
        [TOO_MANY]: { contentType: 'APPLICATION_JSON', content: JSON.stringify(tooMany) },
      },
      // What is refused by rate costs least, so it comes first.
      rules: [
        ...rates.map(rateRule),
        ...GROUPS.map((row, index) =>
          groupRule(
            row.group === COMMON ? { ...row, counted: [...row.counted, ...counted] } : row,
            rates.length + index,
          ),
        ),
      ],
      visibilityConfig: visibility(fullName),
    });
    this.arn = acl.attrArn;
    // WAF writes to groups of this name only: https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
    this.logGroupName = `aws-waf-logs-${fullName}`;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: this.logGroupName,
      retention: names.stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      // Without the `:*` that CDK's own ARN ends with.
      logDestinationConfigs: [
        stack.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: this.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: ['BLOCK', 'COUNT'].map((Action) => ({ ActionCondition: { Action } })),
          },
        ],
      },
      redactedFields: REDACTED.map((header) => ({ singleHeader: { Name: header } })),
    });
    logging.node.addDependency(logGroup);
  }
}

/** Requests to addresses that begin so. */
export const pathBegins = (searchString: string): Statement => ({
  byteMatchStatement: {
    searchString,
    positionalConstraint: 'STARTS_WITH',
    fieldToMatch: { uriPath: {} },
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** Requests that have no such header. */
export const headerIsMissing = (name: string): Statement => ({
  notStatement: {
    statement: {
      sizeConstraintStatement: {
        comparisonOperator: 'GE',
        size: 0,
        fieldToMatch: { singleHeader: { Name: name } },
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
});

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples hold whole headers, tokens among them.
  sampledRequestsEnabled: false,
});

function rateRule({ name, limit, of: scopeDownStatement }: RateRule, priority: number): Rule {
  return {
    name,
    priority,
    statement: {
      rateBasedStatement: {
        limit,
        evaluationWindowSec: WINDOW_SECONDS,
        aggregateKeyType: 'IP',
        ...(scopeDownStatement && { scopeDownStatement }),
      },
    },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: TOO_MANY,
          responseHeaders: [{ name: 'retry-after', value: '60' }],
        },
      },
    },
    visibilityConfig: visibility(name),
  };
}

function groupRule({ group, counted }: (typeof GROUPS)[number], priority: number): Rule {
  return {
    name: group,
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName: VENDOR,
        name: group,
        ruleActionOverrides: counted.map((name) => ({ name, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: visibility(group),
  };
}
