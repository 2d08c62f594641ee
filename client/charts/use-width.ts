import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** The drawing's real width: scaled text would be too large on a desk and too small on a phone. */
export function useWidth(): [{ current: SVGSVGElement | null }, number] {
  const chart = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(640)
  useLayoutEffect(() => {
    const element = chart.current
    if (element === null) return
    const measure = () => setWidth(Math.max(240, Math.round(element.getBoundingClientRect().width)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [chart, width]
}
