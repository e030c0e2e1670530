import { createContext } from 'react'

/** The node that is asked first: what a copied command line asks. */
export const NodeUrl = createContext('http://localhost:8545')
