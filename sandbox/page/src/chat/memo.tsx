import type { FunctionComponent, VNode } from 'preact'
import { useRef } from 'preact/hooks'

/** A component that is drawn again only when its properties are others. */
export function memo<P extends object>(
  component: (props: P) => VNode,
  isSame: (before: P, after: P) => boolean,
): FunctionComponent<P> {
  return function Memo(props: P) {
    const drawn = useRef<{ props: P; element: VNode } | null>(null)
    if (drawn.current === null || !isSame(drawn.current.props, props)) {
      const Component = component as FunctionComponent<P>
      drawn.current = { props, element: <Component {...props} /> }
    }
    return drawn.current.element
  }
}
