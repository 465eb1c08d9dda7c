/** A script of the page's own, in the order in which the server named them. */
const OWN_SCRIPT = /<script src="(\/_next\/static\/[^"]+)"(?=[^>]*\basync="")[^>]*><\/script>/g

/** Runs in the page: the scripts begin behind its first picture, or after a second in a tab that nobody looks at. */
const BEGIN = `(function(files){var begun=0;function begin(){if(begun++)return;files.forEach(function(file){var one=document.createElement('script');one.src=file;one.async=true;document.head.append(one)})}requestAnimationFrame(function(){setTimeout(begin)});setTimeout(begin,1000)})`

/**
 * The kept page with its scripts behind its first picture. From the cache they are here at once, and each would run
 * before the page is drawn: on a slow phone that is half a second of nothing. They are fetched meanwhile.
 */
export function paintFirst(html: string, nonce: string): string {
  const files: string[] = []
  const bare = html.replace(OWN_SCRIPT, (_tag, file: string) => {
    files.push(file)
    return ''
  })
  if (files.length === 0 || !bare.includes('</head>') || !bare.includes('</body>')) return html
  const fetched = files.map(
    (file) => `<link rel="preload" as="script" fetchpriority="low" nonce="${nonce}" href="${file}">`,
  )
  const begin = `<script nonce="${nonce}">${BEGIN}(${JSON.stringify(files)})</script>`
  return bare
    .replace('</head>', () => `${fetched.join('')}</head>`)
    .replace('</body>', () => `${begin}</body>`)
}
