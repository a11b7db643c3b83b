// @ts-check
/**
 * @typedef {{ version?: string, resolved?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   optionalDependencies?: Record<string, string> }} LockedPackage
 */
/** @typedef {Record<string, LockedPackage>} LockedPackages the `packages` of a lock file, by path */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
/** Words that packages use in their names for what npm calls otherwise. */
const synonyms = new Map([
  ['windows', 'win32'],
  ['macos', 'darwin'],
  ['x86_64', 'x64'],
  ['aarch64', 'arm64'],
  ['armv7', 'arm'],
  ['i686', 'ia32'],
]);

/**
 * Adds every optional dependency that a locked package names and the lock lacks. A registry that mirrors one
 * platform's packages leaves the others out, and then `npm ci` calls the lock incomplete and other systems
 * miss their binaries.
 * @param {LockedPackages} packages changed in place
 * @returns {string[]} what was added, as `name@version`
 */
export function addMissingOptionals(packages) {
  const added = [];
  for (const [path, locked] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const found = lookUp(packages, path, name);
      if (found !== undefined && (found.version === version || !isExact(version))) continue;
      if (!isExact(version)) {
        throw new Error(
          `${path} asks for ${name} as a range, which cannot be locked unseen. Received: "${version}".`,
        );
      }
      const place = found === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`;
      const { os, cpu } = platformOf(name);
      // In the order in which npm writes them, so that the next run changes nothing.
      packages[place] = { version, ...(cpu && { cpu }), optional: true, ...(os && { os }) };
      added.push(`${name}@${version}`);
    }
  }
  return added;
}

/**
 * The platform in a package's name, such as `@pagefind/windows-x64`. An empty answer fits every platform.
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[] }}
 */
export function platformOf(name) {
  const words = name.split(/[/.@-]/).map((word) => synonyms.get(word) ?? word);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }) };
}

/** @param {string} version */
function isExact(version) {
  return /^\d+\.\d+\.\d+/.test(version);
}

/**
 * The locked package that Node's lookup finds under `name` from the package at `path`.
 * @param {LockedPackages} packages
 * @param {string} path
 * @param {string} name
 */
function lookUp(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
    if (found !== undefined || from === '') return found;
  }
}
