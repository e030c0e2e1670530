import ts from 'typescript'

const { StringLike, NumberLike, BigIntLike } = ts.TypeFlags
const textual = StringLike | NumberLike | BigIntLike

/**
 * Browsers translate a page by putting every text into elements of their own. React then fails where it takes such a text
 * away, or puts an element before it: the text is no longer where it was. So a text that may vanish beside other
 * nodes, and a text that follows something that may vanish, needs an element of its own.
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
    const check = (/** @type {any} */ { children }) => {
      const shown = children
        .filter(
          (/** @type {any} */ child) =>
            child.type !== 'JSXText' || /\S/.test(child.value) || !/\n/.test(child.value),
        )
        .filter((/** @type {any} */ child) => child.expression?.type !== 'JSXEmptyExpression')
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
    return { JSXElement: check, JSXFragment: check }
  },
}
