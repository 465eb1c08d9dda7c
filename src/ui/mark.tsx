/** The sign of the house: three waves, one queue. */
export function Mark({ withName = true }: { readonly withName?: boolean }) {
  return (
    <span className="mark">
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <rect width="24" height="24" rx="6" fill="var(--accent)" />
        <g stroke="var(--on-accent)" strokeWidth="2.1" strokeLinecap="round">
          <path d="M5 8.2c1.8-1.9 3.3-1.9 5 0s3.2 1.9 4.9 0c1.2-1.3 2.6-1.7 4.1-.6" />
          <path d="M5 12.9c1.8-1.9 3.3-1.9 5 0s3.2 1.9 4.9 0" opacity=".78" />
          <path d="M5 17.6c1.8-1.9 3.3-1.9 5 0" opacity=".56" />
        </g>
      </svg>
      {withName ? <span className="mark-name">Satu Antrean</span> : null}
    </span>
  )
}
