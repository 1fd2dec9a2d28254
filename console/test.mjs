// Tests the console: node test.mjs LEFT_OUT JDK JAR. Types and logic always; then, unless `browser`
// is left out, the console itself in Chromium against a real server.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';

process.chdir(import.meta.dirname);
const [leftOut = '', jdk = '', jar = ''] = process.argv.slice(2);

function run(command, args, env = {}) {
  const done = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.status !== 0) {
    console.error(`console: ${[command, ...args].join(' ')} failed`);
    process.exit(1);
  }
}

run(process.execPath, ['types/generate.mjs', '--check']);
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
run(process.execPath, ['node_modules/oxlint/bin/oxlint', 'src', 'browser', '--deny-warnings']);
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default']);

if (leftOut.split(',').includes('browser')) {
  console.log('SKIPPED: the console in a real browser, as asked for.');
  process.exit(0);
}

const places = [process.env.INYEON_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const find = () => places.find((place) => place && existsSync(place));
if (!find() && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
  console.log('Installing chromium for the browser tests.');
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (apt('install', '-y', '-qq', 'chromium').status !== 0) {
    // A fresh machine knows no packages yet.
    apt('update', '-qq');
    apt('install', '-y', '-qq', 'chromium');
  }
}
const chromium = find();
if (!chromium) {
  console.log('SKIPPED !!! THE CONSOLE WAS NOT TESTED IN A BROWSER: no Chromium was found. Install it (Debian: chromium), or name one in INYEON_CHROMIUM.');
  process.exit(0);
}
rmSync('target/screens', { recursive: true, force: true });
run(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=1', 'browser/'], { CHROMIUM: chromium, JDK: jdk, JAR: jar });
console.log('console: screenshots are in console/target/screens');
