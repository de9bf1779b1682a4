/** A place in a picture, in pixels, as it is written into SVG: a hundredth is more than any screen shows. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
