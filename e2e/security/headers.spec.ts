import { expect, test } from '../fixtures/test'

/** Written out, not computed: a change of the policy must be made twice, on purpose. */
function expectedPolicy(connectSources: readonly string[], framing: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src 'self' ${connectSources.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    ...framing,
  ].join('; ')
}

function expectedHeaders(nodes: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': expectedPolicy(nodes, ["frame-ancestors 'none'"]),
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
  }
}

for (const { name, path, status } of [
  { name: 'the start page', path: '', status: 200 },
  { name: 'a deep link', path: 'index.html?from=elsewhere#/series/1', status: 200 },
  { name: 'config.json', path: 'config.json', status: 200 },
  { name: 'a page that is not there', path: 'no/such/page', status: 404 },
]) {
  test(`${name} has exactly the policy and the other headers (X1, X4)`, async ({
    site,
    proxies,
    request,
  }) => {
    const response = await request.get(site.url + path)
    expect(response.status()).toBe(status)
    expect(response.headers()).toMatchObject(expectedHeaders(proxies.map(({ url }) => url)))
    const closed = response.headers()['permissions-policy'] ?? ''
    for (const feature of ['camera', 'geolocation', 'microphone', 'payment', 'usb'])
      expect(closed).toContain(`${feature}=()`)
  })
}

test('the page carries the policy itself, for hosts that set no headers (X1)', async ({ page, site }) => {
  await page.goto(site.url)
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute(
    'content',
    expectedPolicy(
      ['https:', 'wss:', 'http://127.0.0.1:*', 'http://localhost:*', 'ws://127.0.0.1:*', 'ws://localhost:*'],
      [],
    ),
  )
  await expect(page.locator('head > :first-child')).toHaveAttribute('http-equiv', 'Content-Security-Policy')
})
