// Writes the types of the API from its documents: node types/generate.mjs. With --check it writes
// nothing and fails when what is committed differs. It lives in a folder of its own because its
// generator needs another TypeScript than the console.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const documents = join(here, '..', '..', 'api', 'openapi');
const types = join(here, '..', 'src', 'api', 'types');
const check = process.argv.includes('--check');

if (!existsSync(join(here, 'node_modules', 'openapi-typescript'))) {
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
const { default: openapi, astToString } = await import('openapi-typescript');

mkdirSync(types, { recursive: true });
const stale = [];
for (const file of readdirSync(documents).filter((name) => name.endsWith('.yaml')).sort()) {
  const name = basename(file, '.yaml');
  const made = `// Made from api/openapi/${file} by types/generate.mjs; do not change it by hand.\n${astToString(await openapi(pathToFileURL(join(documents, file))))}`;
  const target = join(types, `${name}.d.ts`);
  if (existsSync(target) && readFileSync(target, 'utf8') === made) continue;
  stale.push(name);
  if (!check) writeFileSync(target, made);
}
if (check && stale.length > 0) {
  console.error(`The console's types are not those of api/openapi: ${stale.join(', ')}. Run node console/types/generate.mjs and commit what it writes.`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'types: fresh' : `types: wrote ${stale.join(', ')}`);
