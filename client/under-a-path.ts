import { type VNode, options } from 'preact'
import { LocationProvider, type useLocation } from 'preact-iso'
import { basePath } from './api/base-path.ts'

type Place = ReturnType<typeof useLocation>

const { Provider } = LocationProvider.ctx
const before = options.vnode?.bind(options)

/**
 * The app knows its addresses from its own root on. Where it lies under a path, the path is put before every link that is
 * drawn, and before every address that the page goes to; it is left out of the address that the pages see.
 */
options.vnode = (node) => {
  const { type, props } = node as VNode<{ href?: string; value?: Place }>
  if (type === 'a' && props.href?.startsWith('/') === true) props.href = basePath + props.href
  if (type === Provider && props.value !== undefined) props.value = fromOwnRoot(props.value)
  before?.(node)
}

let last: { readonly outside: Place; readonly inside: Place } | null = null

/** The same place for the same place: whoever looks at it is drawn anew when it is another. */
function fromOwnRoot(outside: Place): Place {
  if (last?.outside !== outside) {
    const { url, path, route } = outside
    const inside: Place = {
      ...outside,
      url: url.slice(basePath.length),
      path: path.slice(basePath.length) || '/',
      route: (to, replace) => route(basePath + to, replace),
    }
    last = { outside, inside }
  }
  return last.inside
}

// “/cards” is outside of “/cards/”, which is all that the service worker keeps; and a server that is asked without its proxy
// shows its page at any address.
if (!location.pathname.startsWith(`${basePath}/`)) {
  const { pathname, search, hash } = location
  location.replace(basePath + (pathname === basePath ? '/' : pathname) + search + hash)
  // The page that comes in its place draws itself.
  await new Promise(() => {})
}
