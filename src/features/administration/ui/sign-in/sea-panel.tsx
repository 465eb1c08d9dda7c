const WAVES = [
  { d: 'M-20 62c40-34 70-34 105 0s70 34 105 0 70-34 105 0 70 34 125-4', opacity: 0.7 },
  { d: 'M-20 96c40-34 70-34 105 0s70 34 105 0 70-34 105 0 70 34 125-4', opacity: 0.42 },
  { d: 'M-20 130c40-34 70-34 105 0s70 34 105 0 70-34 105 0 70 34 125-4', opacity: 0.22 },
]

/** The Banda Sea, the same by day and by night. */
export function SeaPanel({ headline, about }: { readonly headline: string; readonly about: string }) {
  return (
    <div className="sea">
      <span className="mark">
        <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <rect width="24" height="24" rx="6" fill="#f3f7f5" />
          <path
            d="M5 8.2c1.8-1.9 3.3-1.9 5 0s3.2 1.9 4.9 0c1.2-1.3 2.6-1.7 4.1-.6M5 12.9c1.8-1.9 3.3-1.9 5 0s3.2 1.9 4.9 0M5 17.6c1.8-1.9 3.3-1.9 5 0"
            stroke="#0a4650"
            strokeWidth="2.1"
            strokeLinecap="round"
          />
        </svg>
        Satu Antrean
      </span>
      <h1>{headline}</h1>
      <p>{about}</p>
      <svg
        className="waves"
        viewBox="0 0 400 170"
        preserveAspectRatio="none"
        fill="none"
        stroke="#6cc9c4"
        strokeWidth="2.5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        {WAVES.map(({ d, opacity }) => (
          <path key={opacity} d={d} opacity={opacity} />
        ))}
      </svg>
    </div>
  )
}
