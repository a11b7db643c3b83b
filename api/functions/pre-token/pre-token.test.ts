import { describe, expect, it } from 'vitest';
import { withUid } from './pre-token.ts';

const UID = '01JZ5X8Q4M7N2P9R3S6T8V0W1X';
const SUB = '7f3c1a52-6a0e-4c8e-9f0b-2a1d5d0c9e11';

const event = (userAttributes: Record<string, string>, userPoolId = 'eu-west-1_Pool') => ({
  version: '2',
  userPoolId,
  request: { userAttributes, scopes: ['openid'] },
  response: { claimsAndScopeOverrideDetails: null },
});

const uidIn = (answer: ReturnType<typeof withUid>): string =>
  answer.response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride.uid;

describe('withUid', () => {
  it('puts the attribute into the access token and the ID token, and keeps the rest of the event', () => {
    const given = event({ sub: SUB, 'custom:uid': UID });

    const answer = withUid(given);

    const claims = { claimsToAddOrOverride: { uid: UID } };
    expect(answer).toEqual({
      ...given,
      response: {
        claimsAndScopeOverrideDetails: { idTokenGeneration: claims, accessTokenGeneration: claims },
      },
    });
  });

  it('gives a person without the attribute one ULID for good', () => {
    const first = uidIn(withUid(event({ sub: SUB })));
    const again = uidIn(withUid(event({ sub: SUB, email: 'changed@artissist.example' })));

    expect(first).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(again).toBe(first);
  });

  it('keeps to the same derivation: keys of the table hold what it gave', () => {
    expect(uidIn(withUid(event({ sub: SUB })))).toBe('32GHANFSPWX1J7SP6M6N08XQ76');
  });

  it.each([
    ['another person', event({ sub: '11111111-6a0e-4c8e-9f0b-2a1d5d0c9e11' })],
    ['the same sub in another pool', event({ sub: SUB }, 'eu-west-1_Other')],
  ])('gives %s another one', (_, other) => {
    expect(uidIn(withUid(other))).not.toBe(uidIn(withUid(event({ sub: SUB }))));
  });

  it.each([
    ['an attribute that is no ULID', { sub: SUB, 'custom:uid': 'TENANT#x' }, 'Received: "TENANT#x"'],
    ['an empty attribute', { sub: SUB, 'custom:uid': '' }, 'Received: ""'],
    ['no sub', {}, 'Received: none'],
  ])('refuses %s', (_, attributes, message) => {
    expect(() => withUid(event(attributes))).toThrow(message);
  });
});
