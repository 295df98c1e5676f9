/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out because the registry it asked did
 * not have them: `npm ci` refuses a lockfile without them. Run it after a dependency has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package-lock.json';
const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony', 'sunos', 'netbsd', 'openbsd', 'aix'];
const processors = ['arm64', 'x64', 'arm', 'ppc64', 's390x', 'ia32', 'loong64', 'riscv64', 'wasm32', 'mips64el'];

const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([holder, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => ![`${holder}/node_modules/${name}`, `node_modules/${name}`].some((at) => lock.packages[at]))
    .map(([name, range]) => ({ name, range, isDev: entry.dev === true })),
);
for (const { name, range, isDev } of missing) {
  const platform = platformOf(name);
  if (platform)
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platform,
      ...(isDev && { dev: true }),
      optional: true,
    };
  else console.warn(`${name} is missing, and its name tells no platform: add it by hand.`);
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${missing.length} optional packages were missing.`);

/** Such packages carry their platform in the name: `@scope/cli-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (!os || !cpu) return undefined;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return { os: [os], cpu: [cpu], ...(os === 'linux' && libc && { libc }) };
}
