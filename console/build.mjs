// Makes the console: node build.mjs <output folder>. Installs only when the lockfile changed,
// bundles only when an input changed.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync, constants } from 'node:zlib';

process.chdir(import.meta.dirname);
const out = process.argv[2];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The console needs Node 20.19 or newer, and this is ${process.versions.node}: install a newer one (nodejs.org), or build without the console: -Dconsole.skip=true`);
  process.exit(2);
}

const hash = (...parts) => parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest('hex').slice(0, 20);
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
const run = (command, args) => {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

// What is installed is that of the lockfile: `npm ci` removes the stamp of any other.
const lock = hash(readFileSync('package-lock.json'), process.platform, process.arch);
const installed = `node_modules/.lock-${lock}`;
if (!existsSync(installed)) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error']);
  writeFileSync(installed, '');
}

// Tests and pictures of the console change nothing in it.
const inputs = [...files('src'), ...files('public'), 'index.html', 'package.json', 'vite.config.ts', 'fonts.mjs', 'tsconfig.json', 'build.mjs']
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .sort();
const key = hash(lock, ...inputs.flatMap((path) => [path, readFileSync(path)]));
const bundles = join('node_modules', '.console');
const bundle = join(bundles, key);
if (!existsSync(bundle)) {
  const fresh = `${bundle}.tmp`;
  rmSync(bundles, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', fresh]);
  for (const path of files(fresh)) {
    if (/\.(js|css|svg|json)$/.test(path) && statSync(path).size > 300) {
      const content = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
  }
  // The server serves what is listed here and nothing else.
  const list = files(fresh).map((path) => relative(fresh, path).split(sep).join('/'));
  writeFileSync(join(fresh, 'files.txt'), list.sort().join('\n') + '\n');
  renameSync(fresh, bundle);
}
if (!existsSync(join(out, '.key')) || readFileSync(join(out, '.key'), 'utf8') !== key) {
  rmSync(out, { recursive: true, force: true });
  cpSync(bundle, out, { recursive: true });
  writeFileSync(join(out, '.key'), key);
}
