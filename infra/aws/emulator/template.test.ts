import { describe, expect, it } from 'vitest';
import { without } from './template.ts';

const template = {
  Resources: {
    Collection: { Type: 'AWS::OpenSearchServerless::Collection', Properties: { Name: 'search' } },
    Role: { Type: 'AWS::IAM::Role', DependsOn: 'Collection' },
    Function: {
      Type: 'AWS::Lambda::Function',
      DependsOn: ['Role', 'Collection'],
      Properties: {
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Endpoint: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Collection', 'CollectionEndpoint'] }]] },
        Name: { Ref: 'Collection' },
      },
    },
  },
};

describe('a template without a resource', () => {
  it('loses it, and what waited for it waits no more', () => {
    const { Resources } = without(template, new Set(['Collection']));

    expect(Object.keys(Resources)).toEqual(['Role', 'Function']);
    expect(Resources['Role']).toEqual({ Type: 'AWS::IAM::Role' });
    expect(Resources['Function']?.DependsOn).toEqual(['Role']);
  });

  it('says which one was meant where it was referred to, and keeps the rest', () => {
    const { Resources } = without(template, new Set(['Collection']));

    expect(Resources['Function']?.['Properties']).toEqual({
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Endpoint: { 'Fn::Join': ['', ['https://', 'not-made-Collection']] },
      Name: 'not-made-Collection',
    });
  });

  it('is itself when nothing is dropped', () => {
    expect(without(template, new Set())).toBe(template);
  });
});
