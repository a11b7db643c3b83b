import type { CreateProjectInput, Project, ProjectCard } from '../../types.gen.ts';
import { PROJECT_CARD } from './cards.ts';
import { projectSk, tenantCollection, tenantKey } from './keys.ts';
import { createProjectInputDefaults } from './rules.gen.ts';
import { stateOf } from './state.ts';
import { fold } from './text.ts';
import { held, pick, type Attributes } from './expression.ts';

/** Attributes by which lists are ordered. */
export function projectOrder(id: string, title: string): Attributes {
  return { order: `${fold(title)}#${id}` };
}

/** A title that holds something, or `Untitled`. */
export function titled(title: string | null | undefined): string {
  return title === null || title === undefined || title.trim() === '' ? 'Untitled' : title;
}

/** The item of a new project. */
export function projectItem(
  tenantId: string,
  id: string,
  slug: string,
  input: CreateProjectInput,
  stamped: Attributes,
): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const title = titled(input.title);
  const item: Attributes = {
    ...createProjectInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'project',
    id,
    tenantId,
    projectId: id,
    slug,
    title,
    version: 1,
    createdAt: updatedAt,
    collection: tenantCollection(tenantId, 'PROJECT'),
    changedAt: `${updatedAt}#${id}`,
    createdId: id,
    ...projectOrder(id, title),
  };
  return {
    ...item,
    card: { ...pick(item, PROJECT_CARD), id, tenantId, version: 1, createdAt: updatedAt },
  };
}

/** The key of a project. */
export const projectKey = (tenantId: string, id: string) => tenantKey(tenantId, projectSk(id));

/** The project as the API shows it. */
export function projectView(item: Record<string, unknown>): Project {
  const project = item as unknown as Project;
  return { ...project, state: stateOf(project) };
}

/** The card as the API shows it. */
export function projectCardView(card: ProjectCard): ProjectCard {
  return { ...card, state: stateOf(card) };
}
