/**
 * The page's one Trusted Types policy (trust.md X2). The app writes no HTML; RainbowKit sets its theme, which is plain
 * CSS, as an HTML string. So plain text passes, and anything that could open a tag does not.
 */
type PolicyRules = {
  createHTML: (text: string) => string
  createScript: (text: string) => string
  createScriptURL: (url: string) => string
}
type PolicyFactory = { createPolicy: (name: 'default', rules: PolicyRules) => unknown }

export const policyRules: PolicyRules = {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('This page takes no HTML.')
    return text
  },
  createScript() {
    throw new TypeError('This page takes no script text.')
  },
  createScriptURL(url) {
    if (new URL(url, document.baseURI).origin !== location.origin)
      throw new TypeError('This page takes scripts from its own origin only.')
    return url
  },
}

// Not every browser has Trusted Types.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
factory?.createPolicy('default', policyRules)
