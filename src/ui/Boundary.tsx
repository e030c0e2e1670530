import { Component, type ReactNode } from 'react'

type BoundaryProps = {
  children: ReactNode
  fallback: (error: unknown, retry: () => void) => ReactNode
}

/** Keeps an error in one part of the page from taking the rest with it. */
export class Boundary extends Component<BoundaryProps, { failure?: { error: unknown } | undefined }> {
  override state: { failure?: { error: unknown } | undefined } = {}

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  override render() {
    const { failure } = this.state
    return failure
      ? this.props.fallback(failure.error, () => this.setState({ failure: undefined }))
      : this.props.children
  }
}
