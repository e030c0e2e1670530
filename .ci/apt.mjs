import { spawnSync } from 'node:child_process'

/** A download that takes longer is given up. */
const limitMs = 10 * 60_000

/**
 * Installs packages of Debian and its children, where apt is and may be used without a question.
 * @param {string[]} packages
 * @param {string[]} options of `apt-get install`
 */
export function aptInstall(packages, options = []) {
  console.log(`Installing ${packages.join(', ')} (apt-get install)…`)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', ...options, ...packages],
  ]) {
    const [program = '', ...args] = [...sudo, ...command]
    spawnSync(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: limitMs,
    })
  }
}
