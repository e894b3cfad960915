/** Linear algebra of small symmetric matrices, by rows. */

/** A square matrix as rows. */
export type Square = readonly Float64Array[];

/** Rows less the mean of each column. */
export function centred(
	rows: readonly Float64Array[],
): readonly Float64Array[] {
	const mean = new Float64Array(rows[0]!.length);
	for (const row of rows)
		for (let k = 0; k < mean.length; k += 1) mean[k]! += row[k]! / rows.length;
	return rows.map((row) => row.map((value, k) => value - mean[k]!));
}

/**
 * Lower triangle L of a positive definite matrix, A = L Lᵀ (Cholesky).
 *
 * @throws {RangeError} when the matrix is not positive definite
 */
export function choleskyOf(a: Square): Square {
	const lower = a.map((row) => new Float64Array(row.length));
	for (let i = 0; i < a.length; i += 1)
		for (let j = 0; j <= i; j += 1) {
			let sum = a[i]![j]!;
			for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
			if (i !== j) lower[i]![j] = sum / lower[j]![j]!;
			else if (sum > 0) lower[i]![i] = Math.sqrt(sum);
			else throw new RangeError(`the matrix is not positive in row ${i}`);
		}
	return lower;
}

/** Solves L Lᵀ x = b. */
export function solveCholesky(lower: Square, b: Float64Array): Float64Array {
	const x = Float64Array.from(b);
	const n = x.length;
	for (let i = 0; i < n; i += 1) {
		for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!;
		x[i]! /= lower[i]![i]!;
	}
	for (let i = n - 1; i >= 0; i -= 1) {
		for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
		x[i]! /= lower[i]![i]!;
	}
	return x;
}

/** Eigenvalues of a symmetric matrix, and its eigenvectors as the columns of `vectors`. */
export interface Eigen {
	readonly values: Float64Array;
	readonly vectors: Square;
}

/** Sweeps after which a matrix is as diagonal as it gets, and the rest that counts as none. */
const MOST_SWEEPS = 60;
const NOTHING = 1e-22;

function rotate(a: Square, v: Square, p: number, q: number): void {
	const off = a[p]![q]!;
	if (off === 0) return;
	const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
	const t =
		(theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	for (let k = 0; k < a.length; k += 1) {
		const [x, y] = [a[k]![p]!, a[k]![q]!];
		a[k]![p] = c * x - s * y;
		a[k]![q] = s * x + c * y;
	}
	for (let k = 0; k < a.length; k += 1) {
		const [x, y] = [a[p]![k]!, a[q]![k]!];
		a[p]![k] = c * x - s * y;
		a[q]![k] = s * x + c * y;
	}
	for (const row of v) {
		const [x, y] = [row[p]!, row[q]!];
		row[p] = c * x - s * y;
		row[q] = s * x + c * y;
	}
}

/** Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations. */
export function symmetricEigen(matrix: Square): Eigen {
	const n = matrix.length;
	const a = matrix.map((row) => Float64Array.from(row));
	const v = matrix.map((_, i) =>
		Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
	);
	for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
		let off = 0;
		let all = 0;
		for (let i = 0; i < n; i += 1)
			for (let j = 0; j < n; j += 1) {
				const square = a[i]![j]! * a[i]![j]!;
				all += square;
				if (i !== j) off += square;
			}
		if (off <= NOTHING * all) break;
		for (let p = 0; p < n; p += 1)
			for (let q = p + 1; q < n; q += 1) rotate(a, v, p, q);
	}
	return { values: Float64Array.from(a, (row, i) => row[i]!), vectors: v };
}
