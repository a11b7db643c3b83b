/** What MiniStack 1.5 refuses although it knows the type: a part of its words, and why that is not the template's fault. */
export const LIMITS: ReadonlyArray<{ words: string; why: string }> = [
  {
    words: 'DkimDNSTokenName',
    why: 'SES makes the DKIM tokens, and the emulator does not',
  },
  {
    words: 'Unsupported resource type: AWS::CloudFront::MonitoringSubscription',
    why: 'a stack within the stack holds a type that the emulator does not know, and is left out whole',
  },
];
