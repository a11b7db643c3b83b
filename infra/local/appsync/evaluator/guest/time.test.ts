import { describe, expect, it } from 'vitest';
import { valueOf } from '../fixtures.ts';

/** 2018-02-06T19:01:35.749Z, a Tuesday. */
const INSTANT = 1_517_943_695_749;

describe('now', () => {
  it.each([
    ['util.time.nowEpochMilliSeconds()', 1],
    ['util.time.nowEpochSeconds() * 1000 + 999', 1],
    ['util.time.parseISO8601ToEpochMilliSeconds(util.time.nowISO8601())', 1],
  ])('%s is not before the call', (expression) => {
    const before = Date.now();

    expect(Number(valueOf(expression))).toBeGreaterThanOrEqual(before);
  });

  it('formats the present', () => {
    expect(valueOf("util.time.nowFormatted('yyyy-MM-dd HH:mm:ssZ')")).toMatch(
      /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\+0000$/,
    );
  });
});

describe('epochMilliSecondsTo', () => {
  it.each([
    [`Seconds(${INSTANT})`, 1_517_943_695],
    [`Seconds(-1)`, -1],
    [`ISO8601(${INSTANT})`, '2018-02-06T19:01:35.749Z'],
    [`Formatted(${INSTANT}, 'yyyy-MM-dd HH:mm:ssZ')`, '2018-02-06 19:01:35+0000'],
    [`Formatted(${INSTANT}, 'yyyy-MM-dd HH:mm:ssZ', 'Australia/Perth')`, '2018-02-07 03:01:35+0800'],
    [`Formatted(${INSTANT}, "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '+05:30')`, '2018-02-07T00:31:35.749+05:30'],
    [`Formatted(${INSTANT}, 'XXX')`, 'Z'],
    [`Formatted(${INSTANT}, 'xxx')`, '+00:00'],
    [`Formatted(${INSTANT}, 'EEE, d MMM yyyy h:mm a')`, 'Tue, 6 Feb 2018 7:01 PM'],
    [`Formatted(${INSTANT}, 'EEEE d MMMM uu D')`, 'Tuesday 6 February 18 37'],
    [`Formatted(${INSTANT}, "d 'of' MMM ''uu")`, "6 of Feb '18"],
    [`Formatted(${INSTANT}, 'SSSSSS VV')`, '749000 UTC'],
    [`Formatted(1530403200000, 'HH:mm VV', 'Europe/Berlin')`, '02:00 Europe/Berlin'],
  ])('%s', (call, want) => {
    expect(valueOf(`util.time.epochMilliSecondsTo${call}`)).toBe(want);
  });
});

describe('parse', () => {
  it.each([
    ["ISO8601ToEpochMilliSeconds('2018-02-06T19:01:35.749Z')", INSTANT],
    ["ISO8601ToEpochMilliSeconds('2018-02-07T00:31:35.749+05:30')", INSTANT],
    ["ISO8601ToEpochMilliSeconds('2018-02-06T19:01Z')", 1_517_943_660_000],
    ["ISO8601ToEpochMilliSeconds('2018-02-06T19:01:35.749123456Z')", INSTANT],
    ["FormattedToEpochMilliSeconds('2018-02-06 19:01:35+0000', 'yyyy-MM-dd HH:mm:ssZ')", 1_517_943_695_000],
    [
      "FormattedToEpochMilliSeconds('2018-02-07 03:01:35', 'yyyy-MM-dd HH:mm:ss', 'Australia/Perth')",
      1_517_943_695_000,
    ],
    ["FormattedToEpochMilliSeconds('Tue, 6 Feb 2018 7:01 PM', 'EEE, d MMM yyyy h:mm a')", 1_517_943_660_000],
    ["FormattedToEpochMilliSeconds('6 February 2018', 'd MMMM yyyy')", 1_517_875_200_000],
    [
      "FormattedToEpochMilliSeconds('2018-07-01 02:00', 'yyyy-MM-dd HH:mm', 'Europe/Berlin')",
      1_530_403_200_000,
    ],
  ])('%s', (call, want) => {
    expect(valueOf(`util.time.parse${call}`)).toBe(want);
  });

  it.each([
    ["ISO8601ToEpochMilliSeconds('2018-02-06')", 'takes ISO 8601'],
    ["ISO8601ToEpochMilliSeconds('2018-13-06T19:01:35Z')", 'takes ISO 8601'],
    ["FormattedToEpochMilliSeconds('6.2.2018', 'yyyy-MM-dd')", 'does not follow'],
    ["FormattedToEpochMilliSeconds('2018-02-30', 'yyyy-MM-dd')", 'names no day'],
    ["FormattedToEpochMilliSeconds('2018-02-03', 'yyyy-MM-dd', 'Moon/Base')", 'time zone'],
  ])('%s is an error of the code', (call, message) => {
    expect(() => valueOf(`util.time.parse${call}`)).toThrow(message);
  });
});
