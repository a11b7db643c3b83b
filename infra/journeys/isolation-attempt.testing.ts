/** What an attempt at a field is made of. */
import type { GraphQLField } from 'graphql';

export type Values = Record<string, unknown>;
export type Kind = 'query' | 'mutation' | 'subscription';

/** A field of Query, Mutation or Subscription. */
export interface RootField {
  kind: Kind;
  name: string;
  field: GraphQLField<unknown, unknown>;
}

/** What the arguments of an attempt point at: ids of one tenant, by the entity they are of. */
export interface Targets {
  entities: Record<string, readonly Values[]>;
  /** Cursors that the tenant's own lists gave. */
  cursors: readonly string[];
  /** For arguments that are not ids: `tenantId`, `handle`, `slug`, `path`, `text` and `picture`. */
  names: Record<string, readonly string[]>;
  /** A version that one's own things do not have. */
  expectedVersion: number;
}
