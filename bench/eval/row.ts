/** One figure of the evaluation. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** What the value has to reach, where there is a bar. */
  bar?: number;
  /** Whether it does. */
  met?: boolean;
}
