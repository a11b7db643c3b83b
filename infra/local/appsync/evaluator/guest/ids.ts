/**
 * `util.autoId`, `autoUlid` and `autoKsuid`.
 * UUID version 4 (RFC 9562), ULID (https://github.com/ulid/spec), KSUID (https://github.com/segmentio/ksuid).
 */
import { padStart } from './intrinsics.ts';
import { randomBytes } from './random.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KSUID_EPOCH_SECONDS = 1_400_000_000;

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => padStart(byte.toString(16), 2, '0')).join('');
}

export function autoId(): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = hex(bytes);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

export function autoUlid(): string {
  let time = Date.now();
  let text = '';
  for (let index = 0; index < 10; index += 1) {
    text = CROCKFORD.charAt(time % 32) + text;
    time = Math.floor(time / 32);
  }
  for (const byte of randomBytes(16)) text += CROCKFORD.charAt(byte % 32);
  return text;
}

export function autoKsuid(): string {
  const seconds = Math.floor(Date.now() / 1000) - KSUID_EPOCH_SECONDS;
  const bytes = [24, 16, 8, 0].map((shift) => (seconds >>> shift) & 255).concat(randomBytes(16));
  let value = BigInt(`0x${hex(bytes)}`);
  let text = '';
  while (value > 0n) {
    text = BASE62.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return padStart(text, 27, '0');
}
