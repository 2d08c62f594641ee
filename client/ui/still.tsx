import { Component, type ComponentChildren } from 'preact'

interface StillProps {
  readonly isShown: boolean
  readonly children: () => ComponentChildren
}

/**
 * Draws its children only while they are shown. What is hidden stays in the page as it was: taking it out and building it
 * anew with every card would hold the next prompt up. The element around it carries `hidden`.
 */
export class Still extends Component<StillProps> {
  override shouldComponentUpdate(next: StillProps): boolean {
    return next.isShown
  }

  override render({ isShown, children }: StillProps): ComponentChildren {
    return isShown ? children() : null
  }
}
