import { ApiError } from './client.ts';
import { PROJECT, keep, publish, reference } from './entities.ts';
import { importImages } from './images.ts';
import { importEntries, type LogRow } from './logs.ts';
import type { Fact } from './record.ts';
import type { Source } from './report.ts';
import type { Run } from './run.ts';
import type { ImageReference } from './work.ts';

/** A project to be made, with everything that belongs to it. */
export interface ProjectPlan {
  file: Source;
  line: number | null;
  id: string;
  tenantId: string;
  fields: Record<string, unknown>;
  notes: readonly string[];
  images: readonly ImageReference[];
  logs: readonly LogRow[];
}

/** Makes a project, its images and its log be as the records say, then publishes it where that is wished. */
export async function importProject(run: Run, plan: ProjectPlan): Promise<void> {
  const { file, line, id, tenantId } = plan;
  for (const reason of plan.notes) run.note(file, line, id, reason);
  try {
    const facts = [...((plan.fields.facts as Fact[] | undefined) ?? []), ...logFacts(plan.logs)];
    const input = { ...plan.fields, facts, externalRef: reference(id) };
    const { entity, outcome } = await keep(run.client, PROJECT, input, tenantId);
    run.report.works[outcome] += 1;
    const images = await importImages(run, { tenantId, projectId: entity.id, id }, plan.images);
    for (const reason of images.notes) run.note(file, line, id, reason);
    const logged = await importEntries(run, tenantId, entity.id, plan.logs);
    if (images.problem !== undefined) {
      run.refuse(file, line, id, images.problem);
    } else if (
      run.publish &&
      (await publish(run.client, PROJECT, entity, tenantId, images.changed || logged))
    ) {
      run.report.works.published += 1;
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    run.refuse(file, line, id, error);
  }
}

const logFacts = (logs: readonly LogRow[]): Fact[] =>
  logs.flatMap(({ mapped }) => (mapped.fact === null ? [] : [mapped.fact]));
