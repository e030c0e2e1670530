/** Where the answers of the last visit stand in this browser. */
export const keptKey = (chainId: number, name: string) => `ballast.kept.${chainId}.${name}`
