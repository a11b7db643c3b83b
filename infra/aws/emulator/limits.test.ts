import { describe, expect, it } from 'vitest';
import { idsOfShapes, LIMITS, problemsOf, UNSUPPORTED } from './limits.ts';

const refusals = LIMITS.map(({ words }, index) => ({
  type: 'AWS::X::Y',
  id: `R${index}`,
  reason: `It says: ${words}.`,
}));
const unsupported = new Set(UNSUPPORTED);

describe('what an emulator made of the templates', () => {
  it('is no problem where it is as listed', () => {
    expect(problemsOf(unsupported, refusals)).toEqual([]);
  });

  it.each([
    ['a type that is misspelt, or new', new Set([...unsupported, 'AWS::DynamoDB::Tabel']), refusals, 'Tabel'],
    ['a type that it has learnt', new Set(UNSUPPORTED.slice(1)), refusals, UNSUPPORTED[0]],
    [
      'a refusal that nothing excuses',
      unsupported,
      [...refusals, { type: 'AWS::SQS::Queue', id: 'Q', reason: 'Invalid value' }],
      'AWS::SQS::Queue Q was refused: Invalid value',
    ],
    ['an excuse that nothing needs', unsupported, refusals.slice(1), LIMITS[0]?.words],
  ])('is one for %s', (_what, unknown, refused, named) => {
    const problems = problemsOf(unknown, refused);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });
});

it('shapes are found by type and property', () => {
  const alarm = (Properties: object) => ({ Type: 'AWS::CloudWatch::Alarm', Properties });
  const Resources = {
    Simple: alarm({ MetricName: 'm' }),
    Math: alarm({ Metrics: [] }),
    Other: { Type: 'AWS::X::Y' },
  };

  expect(idsOfShapes({ Resources })).toEqual(['Math']);
});
