import { describe, expect, it } from 'vitest';
import { evaluate, evaluateUnchecked, valueOf } from '../fixtures.ts';
import { chacha20Block } from './random.ts';

describe('encodings', () => {
  it.each([
    ["util.base64Encode('')", ''],
    ["util.base64Encode('a')", 'YQ=='],
    ["util.base64Encode('ab')", 'YWI='],
    ["util.base64Encode('abc')", 'YWJj'],
    ["util.base64Encode('é€😀')", 'w6nigqzwn5iA'],
    ["util.base64Decode('w6nigqzwn5iA')", 'é€😀'],
    ["util.base64Decode('YQ==')", 'a'],
    ["util.base64Decode('YQ')", 'a'],
    ["util.base64Decode('/w==')", '\uFFFD'],
    ["util.urlEncode('a b&c=d/é*~')", 'a+b%26c%3Dd%2F%C3%A9*%7E'],
    ["util.urlDecode('a+b%26c%3Dd%2F%C3%A9')", 'a b&c=d/é'],
    ['util.escapeJavaScript("it\'s a \\"/\\n\\té")', 'it\\\'s a \\"\\/\\n\\t\\u00E9'],
    ["util.str.normalize('e\\u0301', 'nfc')", 'é'],
    ["util.str.normalize('é', 'nfd')", 'e\u0301'],
  ])('%s', (expression, want) => {
    expect(valueOf(expression)).toBe(want);
  });

  it.each([
    ["util.base64Decode('a*')", 'takes base64'],
    ["util.urlDecode('%zz')", 'hex digits'],
    ["util.str.normalize('a', 'nfx')", 'Received: nfx'],
  ])('%s is an error of the code', (expression, message) => {
    expect(() => valueOf(expression)).toThrow(message);
  });
});

describe('ids', () => {
  it.each([
    ['autoId', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['autoUlid', /^0[0-9A-HJKMNP-TV-Z]{25}$/],
    ['autoKsuid', /^[0-9A-Za-z]{27}$/],
  ])('util.%s has its form', (name, form) => {
    expect(valueOf(`util.${name}()`)).toMatch(form);
  });

  it('a ULID begins with the time', () => {
    const before = Date.now();

    const id = String(valueOf('util.autoUlid()'));

    const digits = [...id.slice(0, 10)].map((digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit));
    const time = digits.reduce((value, digit) => value * 32 + digit, 0);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('many ids of one evaluation are all different', () => {
    const { value } = evaluate('return ctx.args.list.map(() => util.autoId());', {
      arguments: { list: Array.from({ length: 500 }, () => 0) },
    });

    expect(new Set(value as string[]).size).toBe(500);
  });

  it('follow from the seed alone, which the host draws for each evaluation', () => {
    const body = 'return util.autoId();';

    expect(evaluateUnchecked(body).value).toBe(evaluateUnchecked(body).value);
    expect(evaluate(body).value).not.toBe(evaluate(body).value);
  });

  it('random bytes are the ChaCha20 key stream of RFC 8439, section 2.3.2', () => {
    const key = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, '0')).join('');

    const block = chacha20Block(key, 1, [0x09000000, 0x4a000000, 0]);

    expect(Buffer.from(block).toString('hex')).toBe(
      '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
        'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
    );
  });
});

describe('util.math', () => {
  it.each([
    ['roundNum(10.5)', 11],
    ['roundNum(-1.4)', -1],
    ['minVal(3, 4)', 3],
    ['maxVal(3, 4)', 4],
    ['randomWithinRange(5, 6)', 5],
  ])('%s', (expression, want) => {
    expect(valueOf(`util.math.${expression}`)).toBe(want);
  });

  it('randomDouble is in [0, 1)', () => {
    const value = Number(valueOf('util.math.randomDouble()'));

    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  });
});

describe('util.http', () => {
  it('copyHeaders leaves out the restricted ones', () => {
    const headers = { Host: 'a', 'content-length': '1', 'x-mine': 'b', Connection: 'close' };

    const copied = valueOf('util.http.copyHeaders(ctx.request.headers)', {
      request: { headers, domainName: null },
    });

    expect(copied).toEqual({ 'x-mine': 'b' });
  });

  it.each(['x-amz-id', 'x-amzn-trace', 'a b', 'content-length'])(
    'the response header %s is refused',
    (name) => {
      expect(() => valueOf(`util.http.addResponseHeader('${name}', 1)`)).toThrow(name);
    },
  );
});

describe('what the local runtime lacks', () => {
  it.each([
    ['util.xml.toMap("<a/>")', 'util.xml.toMap'],
    ['util.rds.toJsonObject("")', 'util.rds.toJsonObject'],
    ["util.matches('a(?>b)', 'ab')", 'an atomic group'],
    ["util.time.nowFormatted('w')", 'letter w'],
    ["'a.b'.split('.')", 'String.split'],
  ])('%s stops the handler by name', (expression, name) => {
    const { error, value } = evaluate(`return ${expression};`);

    expect(value).toBeNull();
    expect(error).toMatchObject({
      type: 'Code',
      message: expect.stringContaining('not implemented by the local') as string,
    });
    expect(error?.message).toContain(name);
  });
});
