/** A script of the page's own, in the order in which the server named them. */
const OWN_SCRIPT = /<script src="(\/_next\/static\/[^"]+)"(?=[^>]*\basync="")[^>]*><\/script>/g

/** What the page asks of the browser before its first picture: theme and letters. */
const OWN_WORDS = /<script nonce="[^"]*">[^<]*<\/script>/g
const FRAME = '<div class="shell"'

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
  return early(bare)
    .replace('</head>', () => `${fetched.join('')}</head>`)
    .replace('</body>', () => `${begin}</body>`)
}

/**
 * Words that stand before the frame run in the head: in the body they would wait for the styles, and what is read
 * behind them with them. They stay where React looks for them, and do nothing there.
 */
function early(html: string): string {
  const [start, end] = [html.indexOf('<body'), html.indexOf(FRAME)]
  if (start < 0 || end < start) return html
  const before = html.slice(start, end)
  const words = before.match(OWN_WORDS) ?? []
  const still = before.replace(OWN_WORDS, (tag) => tag.replace('<script ', '<script type="text/plain" '))
  return html.slice(0, start).replace('<head>', () => `<head>${words.join('')}`) + still + html.slice(end)
}
