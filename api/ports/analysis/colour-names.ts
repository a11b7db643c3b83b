/** Names of colours as people say them. */
import { toLab } from '../../oklab.ts';

/**
 * Nearest first by hue and lightness in OKLab. `#rrggbb` in, one of about thirty names out.
 * Greys are what has hardly any chroma; brown and olive are dark orange and dark yellow.
 */
export function colourName(hex: string): string {
  const bytes = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i
    .exec(hex)
    ?.slice(1)
    .map((byte) => parseInt(byte, 16));
  if (!bytes) throw new TypeError(`A colour is written #rrggbb. Received: ${hex}`);
  const [l, a, b] = toLab(bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0);
  const chroma = Math.hypot(a, b);
  if (l < 0.22) return 'black';
  if (chroma < 0.025) return l > 0.93 ? 'white' : l > 0.75 ? 'light grey' : l > 0.45 ? 'grey' : 'dark grey';
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  if (l > 0.9 && chroma < 0.06) return 'cream';
  const [, name = 'red'] = HUES.find(([to]) => hue < to) ?? [];
  return shade(name, l, chroma);
}

/** Up to which angle in OKLab a hue has its name. */
const HUES: ReadonlyArray<[to: number, name: string]> = [
  [12, 'pink'],
  [45, 'red'],
  [78, 'orange'],
  [112, 'yellow'],
  [165, 'green'],
  [205, 'turquoise'],
  [280, 'blue'],
  [335, 'purple'],
  [361, 'pink'],
];

function shade(name: string, l: number, chroma: number): string {
  if (name === 'orange') {
    if (l > 0.78 && chroma < 0.09) return 'beige';
    if (l < 0.6 || chroma < 0.09) return l < 0.42 ? 'dark brown' : 'brown';
    return name;
  }
  if (name === 'yellow') {
    if (chroma < 0.08) return l > 0.75 ? 'beige' : 'khaki';
    return l < 0.65 ? 'olive' : name;
  }
  if (name === 'red' && l > 0.72) return 'pink';
  if (name === 'pink' && l < 0.5) return 'crimson';
  if (l < 0.36) return `dark ${name}`;
  if (l > 0.78) return `light ${name}`;
  return chroma < 0.06 ? `muted ${name}` : name;
}
