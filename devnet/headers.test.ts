import { expect, it } from 'vitest'
import { hostHeadersFile, nginxConfiguration } from './headers'

const deployment = { rpcUrls: [], safeOrigins: [] }

it('nginx compresses scripts, whichever of the two names its mime.types gives them', () => {
  const types = /gzip_types ([^;]+);/.exec(nginxConfiguration(deployment))?.[1]?.split(' ')
  expect(types).toEqual(expect.arrayContaining(['text/javascript', 'application/javascript', 'text/css']))
})

it.each([
  [[], "frame-ancestors 'none'"],
  [
    ['https://app.safe.global', 'https://safe.example'],
    'frame-ancestors https://app.safe.global https://safe.example',
  ],
])('runs in the frames of %s and in no others', (safeOrigins, directive) => {
  for (const file of [hostHeadersFile, nginxConfiguration])
    expect(file({ ...deployment, safeOrigins })).toMatch(new RegExp(`; ${directive}("|\\n)`))
})
