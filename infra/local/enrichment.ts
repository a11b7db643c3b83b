/** The steps of the enrichment machine by the names of the inventory. */
import { createAnalyse } from '#api/functions/enrich/analyse.ts';
import { createEmbed } from '#api/functions/enrich/embed.ts';
import { createExtract } from '#api/functions/enrich/extract.ts';
import { createFinish } from '#api/functions/enrich/finish.ts';
import { createPlan } from '#api/functions/enrich/plan.ts';
import type { EnrichPorts } from '#api/functions/enrich/ports.ts';
import { createPropose } from '#api/functions/enrich/propose.ts';
import type { TaskFunction } from './states/task.ts';

export const enrichSteps = (ports: EnrichPorts): Record<string, TaskFunction> => ({
  'enrich-plan': createPlan(ports),
  'enrich-extract': createExtract(ports),
  'enrich-analyse': createAnalyse(ports),
  'enrich-embed': createEmbed(ports),
  'enrich-propose': createPropose(ports),
  'enrich-finish': createFinish(ports),
});
