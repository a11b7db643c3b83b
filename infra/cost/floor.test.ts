import { describe, expect, it } from 'vitest';
import { prefixOf } from '../aws/names.ts';
import { exampleSettings } from '../aws/settings.ts';
import { stageOf } from '../aws/stages.ts';
import { resourcesOf, synthesise } from '../aws/testing.ts';
import { inventory } from '../inventory.ts';
import { floorOf, STAGES } from './floor.ts';

/** A budget that what stands nearly fills warns of nothing but itself, at 80 percent and before. */
const MOST_OF_BUDGET = 0.8;
const machine = { transitions: 16, tasks: {} };

describe('the floor of a stage', () => {
  it.each(STAGES)(
    'stays below the first warning but one of its budget, as dear as it may be: %s',
    (stage) => {
      const { dollars, atMost, budget } = floorOf(stage, { inventory, machine });

      expect(dollars).toBeGreaterThan(150);
      expect(atMost).toBeLessThanOrEqual(budget * MOST_OF_BUDGET);
    },
  );

  it('is higher in prod alone, by the copies of the index that stand by', () => {
    const [dev, staging, prod] = STAGES.map((stage) => floorOf(stage, { inventory, machine }).dollars);

    expect(staging).toBeCloseTo(dev ?? 0, 0);
    expect((prod ?? 0) - (dev ?? 0)).toBeCloseTo(730 * 0.24, 0);
  });

  it.each(STAGES)('is held against the budget that is deployed, and against the copies: %s', (stage) => {
    const { edge, platform } = synthesise({ settings: exampleSettings(stage) });
    const [budget] = Object.values(resourcesOf(edge, 'AWS::Budgets::Budget'));
    const [collection] = Object.values(resourcesOf(platform, 'AWS::OpenSearchServerless::Collection'));

    expect(budget?.Properties['Budget']).toMatchObject({
      BudgetName: `${prefixOf(stage)}-monthly`,
      BudgetLimit: { Amount: floorOf(stage, { inventory, machine }).budget },
    });
    expect(collection?.Properties['StandbyReplicas']).toBe(
      stageOf(stage).kind === 'prod' ? 'ENABLED' : 'DISABLED',
    );
  });
});
