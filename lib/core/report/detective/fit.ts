/** One row of a fit: what is explained, by what, and how much it weighs. */
export interface FitRow {
  readonly y: number;
  readonly x: readonly number[];
  readonly weight: number;
}

export interface Fit {
  readonly values: readonly number[];
  /** Standard errors where the weights are one over the variance. */
  readonly errors: readonly number[];
  /** Weighted sum of squares that is left. */
  readonly left: number;
}

interface WholeFit extends Fit {
  /** The inverse of the products of the columns. */
  readonly inverse: readonly (readonly number[])[];
}

/** Weighted least squares; `null` where the columns cannot be told apart. */
export function fit(rows: readonly FitRow[]): WholeFit | null {
  const size = rows[0]?.x.length ?? 0;
  const xx = Array.from({ length: size }, () => Array<number>(size).fill(0));
  const xy = Array<number>(size).fill(0);
  for (const { x, y, weight } of rows) {
    for (let i = 0; i < size; i += 1) {
      const weighted = weight * at(x, i);
      xy[i] = at(xy, i) + weighted * y;
      const line = xx[i] ?? [];
      for (let j = 0; j < size; j += 1) line[j] = at(line, j) + weighted * at(x, j);
    }
  }
  const inverse = inverseOf(xx);
  if (!inverse) return null;
  const values = inverse.map((line) => product(line, xy));
  let left = 0;
  for (const { x, y, weight } of rows) left += weight * (y - product(values, x)) ** 2;
  const errors = inverse.map((line, i) => Math.sqrt(Math.max(0, at(line, i))));
  return { values, errors, left, inverse };
}

/** The fits without one row, of each row in turn; `null` where all hangs on that row. */
export function fitsWithout(rows: readonly FitRow[], whole: WholeFit): readonly (Fit | null)[] {
  return rows.map(({ x, y, weight }) => {
    const pull = whole.inverse.map((line) => product(line, x));
    const rest = 1 - weight * product(pull, x);
    if (!(rest > 1e-9)) return null;
    const off = y - product(whole.values, x);
    return {
      values: whole.values.map((value, i) => value - (at(pull, i) * weight * off) / rest),
      errors: whole.errors.map((error, i) =>
        Math.sqrt(error ** 2 + (weight * at(pull, i) ** 2) / rest),
      ),
      left: Math.max(0, whole.left - (weight * off ** 2) / rest),
    };
  });
}

/** By Gauss and Jordan, with the greatest element of a column first. */
function inverseOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const size = matrix.length;
  const rows = matrix.map((line, i) => [...line, ...line.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(at(rows[row], column)) > Math.abs(at(rows[pivot], column))) pivot = row;
    const head = at(rows[pivot], column);
    // What is left of a column that others make up is rounding.
    if (!(Math.abs(head) > 1e-9 * Math.abs(at(matrix[column], column)))) return null;
    const chosen = (rows[pivot] ?? []).map((value) => value / head);
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen;
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = at(row, column);
      rows[index] = row.map((value, i) => value - factor * at(chosen, i));
    }
  }
  return rows.map((row) => row.slice(size));
}

function product(one: readonly number[], other: readonly number[]): number {
  let whole = 0;
  for (let i = 0; i < one.length; i += 1) whole += at(one, i) * at(other, i);
  return whole;
}

function at(values: readonly number[] | undefined, index: number): number {
  return values?.[index] ?? 0;
}
