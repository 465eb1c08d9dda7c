/** The shape of what is coming: no shimmer, it costs nothing and moves nothing. */
export function Skeleton({ width, height }: { readonly width: number | string; readonly height?: number }) {
  return <span className="sk" style={{ width, ...(height === undefined ? {} : { height }) }} aria-hidden />
}
