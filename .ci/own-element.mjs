import ts from 'typescript'

const { StringLike, NumberLike, BigIntLike } = ts.TypeFlags
const textual = StringLike | NumberLike | BigIntLike

/**
 * Browsers translate a page by putting every text into elements of their own. React then fails where it takes such a text
 * away, or puts an element before it: the text is no longer where it was. So a text that may vanish beside other
 * nodes, and a text that follows something that may vanish, needs an element of its own. So does a text beside other
 * nodes in one of two branches of the same tag: React makes one out of the other, child by child.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const ownElement = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vanishes:
        'This text may vanish beside other nodes: give it an element of its own, or a translated page dies.',
      follows:
        'This text follows something that may vanish: give it an element of its own, or a translated page dies.',
      turns:
        'The other branch takes this element over without this text: give it an element of its own, or a translated page dies.',
    },
  },
  create(context) {
    const { esTreeNodeToTSNodeMap, program } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()
    /** A string, a number or a bigint, or anything React shows. @param {any} node */
    const isTextual = (node) => {
      if (/^JSX(Element|Fragment)$/.test(node.type)) return false
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node))
      /** @type {import('typescript').Type[]} */
      const types = type.isUnion() ? type.types : [type]
      return types.some(({ flags }) => (flags & textual) !== 0)
    }
    /** What an expression may show. @param {any} node @returns {any[]} */
    const outcomes = (node) => {
      if (node.type === 'ConditionalExpression')
        return [...outcomes(node.consequent), ...outcomes(node.alternate)]
      if (node.type === 'LogicalExpression' && node.operator === '&&')
        return [undefined, ...outcomes(node.right)]
      if (node.type === 'LogicalExpression') return [...outcomes(node.left), ...outcomes(node.right)]
      if (node.type === 'Literal' && node.value === null) return [undefined]
      if (node.type === 'Identifier' && node.name === 'undefined') return [undefined]
      return [node]
    }
    /** The children that show something. @param {any} element @returns {any[]} */
    const shownIn = ({ children }) =>
      children
        .filter(
          (/** @type {any} */ child) =>
            child.type !== 'JSXText' || /\S/.test(child.value) || !/\n/.test(child.value),
        )
        .filter((/** @type {any} */ child) => child.expression?.type !== 'JSXEmptyExpression')
    const textIn = (/** @type {any} */ child) =>
      child.type === 'JSXText' || (child.type === 'JSXExpressionContainer' && isTextual(child.expression))
    const nameOf = (/** @type {any} */ { openingElement: { name, attributes } }) =>
      attributes.some((/** @type {any} */ { name: attribute }) => attribute?.name === 'key')
        ? undefined
        : context.sourceCode.getText(name)
    const checkBranches = (/** @type {any} */ node) => {
      const isElement = (/** @type {any} */ one) => one?.type === 'JSXElement'
      const [first, second] = [outcomes(node.consequent), outcomes(node.alternate)].map((all) =>
        all.filter(isElement),
      )
      for (const [branch, others] of [
        [first, second],
        [second, first],
      ])
        for (const element of branch ?? []) {
          const name = nameOf(element)
          if (!/^[a-z]/.test(name ?? '') || !others?.some((other) => nameOf(other) === name)) continue
          const shown = shownIn(element)
          const text = shown.length > 1 && shown.find(textIn)
          if (text) context.report({ node: text, messageId: 'turns' })
        }
    }
    const check = (/** @type {any} */ element) => {
      const shown = shownIn(element)
      if (shown.length < 2) return
      let mayVanishBefore = false
      for (const child of shown) {
        const all = child.type === 'JSXExpressionContainer' ? outcomes(child.expression) : [child]
        const texts = all.filter((node) => node && (node.type === 'JSXText' || isTextual(node)))
        if (texts.length > 0 && texts.length < all.length)
          context.report({ node: child, messageId: 'vanishes' })
        else if (texts.length > 0 && mayVanishBefore) context.report({ node: child, messageId: 'follows' })
        mayVanishBefore =
          all.length > 1 && texts.length < all.length ? true : all.includes(undefined) && mayVanishBefore
      }
    }
    return { JSXElement: check, JSXFragment: check, ConditionalExpression: checkBranches }
  },
}
