import { expect, test } from '../fixtures/test'

test('the guard of every test sees errors, foreign requests and policy violations (X3)', async ({
  page,
  site,
  guard,
}) => {
  await page.goto(site.url)
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('an uncaught error')
    }, 0)
    // eslint-disable-next-line no-console -- the guard must see it
    console.error('a console error')
    fetch('http://elsewhere.example/').catch(() => undefined)
  })
  for (const problem of [
    /^uncaught .*an uncaught error/,
    /^console: a console error/,
    /^content security policy: connect-src/,
  ])
    await expect.poll(() => guard.problems().some((seen) => problem.test(seen))).toBe(true)

  // The policy stops a request before it leaves; on a page without it the guard has to see the request.
  await page.route('**/unprotected', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }),
  )
  await page.goto(`${site.url}unprotected`)
  await page.evaluate(() => void fetch('http://elsewhere.example/').catch(() => undefined))
  await expect.poll(() => guard.problems()).toContain('request to http://elsewhere.example/')
  guard.allow(/uncaught|console|content security policy|elsewhere\.example/)
})
