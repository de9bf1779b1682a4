/** Where a value stands in a picture, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line with gaps where nothing is known. */
export interface Line {
  /** For the attribute `d` of an SVG path; empty where there are no two known values beside each other. */
  readonly path: string;
  /** Values with none beside them, of which a path shows nothing. */
  readonly alone: readonly Point[];
}

/** A line through the points, with a gap at each `null`. */
export function lineThrough(points: readonly (Point | null)[]): Line {
  const parts: string[] = [];
  const alone: Point[] = [];
  points.forEach((point, at) => {
    if (!point) return;
    const isAfter = (points[at - 1] ?? null) !== null;
    const isBefore = (points[at + 1] ?? null) !== null;
    if (!isAfter && !isBefore) alone.push(point);
    else parts.push(`${isAfter ? 'L' : 'M'}${point.x} ${point.y}`);
  });
  return { path: parts.join(''), alone };
}
