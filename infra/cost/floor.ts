/** What a stage costs in a month in which nobody does anything: what stands, and what asks itself whether there is work. */
import { type Stage, type StageKind, stageOf } from '../aws/stages.ts';
import { billOf, type Platform } from './bill.ts';
import { type Inputs, NAMES } from './inputs.ts';

const IDLE: Inputs = {
  ...(Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as Inputs),
  ...{ tenants: 1, peak: 1 },
};

export const STAGES: readonly StageKind[] = ['dev', 'staging', 'prod'];

export interface Floor {
  stage: StageKind;
  dollars: number;
  /** Were each price behind it as far off as its margin. */
  atMost: number;
  /** At which a mail is written. */
  budget: number;
}

/** @param platform but for what differs by stage */
export function floorOf(name: StageKind, platform: Omit<Platform, 'plan' | 'standby'>): Floor {
  const { kind, threatProtection, monthlyBudgetUsd }: Stage = stageOf(name);
  const plan = threatProtection ? 'plus' : 'essentials';
  const { dollars, atMost } = billOf(IDLE, { ...platform, plan, standby: kind === 'prod' });
  return { stage: kind, dollars, atMost, budget: monthlyBudgetUsd };
}
