/** Records of the stage's domain: the site is an alias of CloudFront's distribution, the API of AppSync's address. */
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';

/** Where an alias leads: a name of AWS's and the hosted zone that AWS keeps it in. */
export interface Alias {
  dnsName: string;
  hostedZoneId: string;
}

export interface DnsProps {
  domain: string;
  /** Zone of the domain, or of the stage whose preview this is. */
  zoneId: string;
  site: Alias;
  api: Alias;
}

/** All distributions stand in this zone: `AliasTarget` of AWS::Route53::RecordSet. */
export const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

/** Aliases cost nothing to ask for, stand at the top of a zone and follow the addresses behind them. */
export class Dns extends Construct {
  constructor(scope: Construct, id: string, { domain, zoneId: hostedZoneId, site, api }: DnsProps) {
    super(scope, id);
    const alias = (name: string, type: 'A' | 'AAAA', aliasTarget: Alias) =>
      new CfnRecordSet(this, `${name}-${type}`, {
        hostedZoneId,
        name: name === 'site' ? domain : `api.${domain}`,
        type,
        aliasTarget: { ...aliasTarget, evaluateTargetHealth: false },
      });
    for (const type of ['A', 'AAAA'] as const) alias('site', type, site);
    for (const type of ['A', 'AAAA'] as const) alias('api', type, api);
  }
}
