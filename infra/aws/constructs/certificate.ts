/** The certificate of `<domain>` and `api.<domain>`, in us-east-1, where CloudFront and AppSync read it. */
import {
  Certificate as AcmCertificate,
  CertificateValidation,
  KeyAlgorithm,
} from 'aws-cdk-lib/aws-certificatemanager';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';

export interface CertificateProps {
  domain: string;
  /** The zone in which its records of validation are put; a deployment waits until the domain is delegated to it. */
  zoneId: string;
  zoneName: string;
}

export class Certificate extends Construct {
  readonly certificateArn: string;

  constructor(scope: Construct, id: string, { domain, zoneId, zoneName }: CertificateProps) {
    super(scope, id);
    const zone = PublicHostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: zoneId, zoneName });
    this.certificateArn = new AcmCertificate(this, 'Certificate', {
      domainName: domain,
      subjectAlternativeNames: [`api.${domain}`],
      validation: CertificateValidation.fromDns(zone),
      keyAlgorithm: KeyAlgorithm.RSA_2048,
    }).certificateArn;
  }
}
