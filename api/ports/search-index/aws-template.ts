/** The index template of the twin on AWS: fields, and how they are analysed. */
import { STEMMED, analysis } from './aws-analysis.ts';
import { OpenSearchRefusal, type Send } from './aws-client.ts';
import { FACETS } from './port.ts';
import { TEXT_FIELDS, type TextField } from './search-weights.ts';

export type Side = 'text' | 'image';

/** All words together: as written, and stemmed in each language. */
export const EVERYTHING = 'everything';
export const STEMMED_FIELDS = STEMMED.map((language) => `${EVERYTHING}.${language}`);

/** Vectors of one size share a field; those of different models are told apart by their model's field. */
export const vectorField = (side: Side, dimensions: number): string => `${side}Vector${dimensions}`;
export const modelField = (side: Side): string => `${side}Model`;

const keyword = { type: 'keyword', ignore_above: 1000 };
/** Counted and never looked for. */
const counted = { ...keyword, index: false };

function properties(): object {
  const words = (field: TextField): object => ({
    type: 'text',
    analyzer: 'words',
    search_analyzer: 'words_asked',
    copy_to: field === 'title' || field === 'people' ? [EVERYTHING, 'names'] : [EVERYTHING],
  });
  const plain = { type: 'text', analyzer: 'plain', search_analyzer: 'plain_asked' };
  return {
    docKey: { type: 'keyword' },
    tenantId: { type: 'keyword' },
    version: { type: 'long' },
    removed: { type: 'boolean' },
    at: { type: 'keyword' },
    firstYear: { type: 'double' },
    lastYear: { type: 'double' },
    is: { properties: Object.fromEntries(['tenant', 'project', ...FACETS].map((facet) => [facet, keyword])) },
    counted: { properties: Object.fromEntries(FACETS.map((facet) => [facet, counted])) },
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, words(field)])),
    names: plain,
    [EVERYTHING]: {
      ...plain,
      fields: Object.fromEntries(
        STEMMED.map((language) => [language, { type: 'text', analyzer: `words_${language}` }]),
      ),
    },
    textModel: { type: 'keyword' },
    imageModel: { type: 'keyword' },
  };
}

export interface TemplateOptions {
  prefix: string;
  /** Further settings of the indexes. */
  settings?: object;
}

/** Puts the template. Collections of type SEARCH may know no vectors: then words are found alone. */
export async function putTemplate(send: Send, { prefix, settings = {} }: TemplateOptions): Promise<void> {
  const put = (index: object): Promise<unknown> =>
    send({
      method: 'PUT',
      path: `/_index_template/${prefix}`,
      body: {
        index_patterns: [`${prefix}-public-*`, `${prefix}-tenant-*`],
        template: {
          settings: { index: { ...settings, ...index }, analysis: analysis() },
          mappings: { dynamic: false, properties: properties() },
        },
      },
    });
  try {
    await put({ knn: true });
  } catch (error) {
    if (!(error instanceof OpenSearchRefusal) || !error.message.includes('knn')) throw error;
    await put({});
  }
}

/**
 * Makes room for vectors of a size. Where the index knows no vectors, they are kept and never found.
 * https://docs.opensearch.org/2.17/field-types/supported-field-types/knn-vector/
 */
export async function putVectorField(
  send: Send,
  alias: string,
  { side, dimensions, engine }: { side: Side; dimensions: number; engine: 'faiss' | 'lucene' },
): Promise<void> {
  const field = {
    type: 'knn_vector',
    dimension: dimensions,
    method: { name: 'hnsw', engine, space_type: engine === 'faiss' ? 'innerproduct' : 'cosinesimil' },
  };
  try {
    await send({
      method: 'PUT',
      path: `/${alias}/_mapping`,
      body: { properties: { [vectorField(side, dimensions)]: field } },
    });
  } catch (error) {
    if (!(error instanceof OpenSearchRefusal)) throw error;
  }
}
