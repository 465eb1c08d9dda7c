type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/**
 * The spot of the page under a point of the screen, in parts of the upright page's width and height. `box` is what the
 * page covers on the screen as it lies, turned by so many quarters to the right.
 */
export function placeOnPage(
  clientX: number,
  clientY: number,
  box: Box,
  turn: number,
): readonly [x: number, y: number] {
  const across = (clientX - box.left) / box.width
  const down = (clientY - box.top) / box.height
  switch (((turn % 4) + 4) % 4) {
    case 1:
      return [down, 1 - across]
    case 2:
      return [1 - across, 1 - down]
    case 3:
      return [1 - down, across]
    default:
      return [across, down]
  }
}
