import { expect, it } from 'vitest'
import { nginxConfiguration } from './headers'

it('nginx compresses scripts, whichever of the two names its mime.types gives them', () => {
  const types = /gzip_types ([^;]+);/.exec(nginxConfiguration([]))?.[1]?.split(' ')
  expect(types).toEqual(expect.arrayContaining(['text/javascript', 'application/javascript', 'text/css']))
})
