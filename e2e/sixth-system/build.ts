import { join } from 'node:path'
import { build } from 'vite'

const outDir = '.devnet/sixth-system'

/** The production build of the app with one more line in `src/systems.ts`: nothing else knows of the jar. */
export async function buildWithJar(): Promise<string> {
  const room = join(import.meta.dirname, 'jar', 'system')
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'one-more-line',
        enforce: 'pre',
        transform(code, id) {
          if (!id.endsWith('/src/systems.ts')) return undefined
          const changed = code.replace('= [backstop, ', `= [jar, backstop, `)
          if (changed === code) throw new Error('src/systems.ts no longer lists the systems as expected.')
          return `import { jar } from '${room}'\n${changed}`
        },
      },
    ],
  })
  return outDir
}
