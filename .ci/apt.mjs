import { spawnSync } from 'node:child_process'

/**
 * Installs packages of Debian and its children, where apt is and may be used without a question.
 * @param {string[]} packages
 */
export function aptInstall(...packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get install)…`)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', ...packages],
  ]) {
    const [program = '', ...args] = [...sudo, ...command]
    spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  }
}
