/**
 * The hosted zone of the stage's domain, and the domain as one that SES may send from. Whoever holds the domain delegates
 * it to the zone's name servers, by hand; SES finds its records there then.
 */
import { CfnOutput, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

export interface ZoneProps {
  domain: string;
  /** Whether it outlives its stack. Another zone has other name servers, to which the domain is delegated anew. */
  keeps: boolean;
}

export class Zone extends Construct {
  readonly zoneId: string;

  constructor(stack: Stack, id: string, { domain, keeps }: ZoneProps) {
    super(stack, id);
    const zone = new PublicHostedZone(this, 'Zone', { zoneName: domain, comment: 'Artissist' });
    zone.applyRemovalPolicy(keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.zoneId = zone.hostedZoneId;
    new EmailIdentity(this, 'Mail', { identity: Identity.publicHostedZone(zone) });
    new CfnOutput(stack, 'NameServers', {
      value: Fn.join(' ', zone.hostedZoneNameServers ?? []),
      description: `DNS: delegate ${domain} to these`,
    });
  }
}
