/** One figure of the evaluation. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** What the value has to reach, where there is a bar. */
  bar?: number;
  /** Whether it does. */
  met?: boolean;
  /** Of errors and the like; elsewhere more is better. */
  better?: 'lower';
  /** May get worse: another engine's figure, or a difference, for which its bar counts alone. */
  free?: true;
}

/** A figure that has to reach a bar. */
export const barred = (name: string, value: number, unit: string, bar: number): Row => ({
  name,
  value,
  unit,
  bar,
  met: value >= bar,
});

/** How far one figure is above another, which it must be, or at least no lower where `mayEqual`. */
export const above = (name: string, value: number, other: number, mayEqual = false): Row => ({
  name,
  value: value - other,
  unit: 'above',
  bar: 0,
  free: true,
  met: mayEqual ? value >= other : value > other,
});

/** The same figure without its bar: on few works some bars say more about the works than about the search. */
export const unbarred = ({ bar: _bar, met: _met, ...row }: Row): Row => row;
