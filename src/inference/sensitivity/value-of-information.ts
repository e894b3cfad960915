/** Worth of knowing an input before a policy is chosen. */

import { curveBasis, fittedCurve } from "./input-curve.ts";

/** Worth of knowing one input before a policy is chosen. */
export interface InformationRow {
	/** expected value of partial perfect information, in units of the payoff; 0 or more */
	readonly partial: number;
	/** one standard error of `partial`; 0 where no value of the input changes the choice */
	readonly error: number;
	/** probability that knowing the input would change the policy chosen, 0 to 1 */
	readonly switches: number;
}

/** Worth of knowing everything, and each input alone, before a policy is chosen. */
export interface ValueOfInformation {
	/** index of the policy with the highest mean payoff, the first of equals */
	readonly best: number;
	/** expected value of perfect information, in units of the payoff */
	readonly perfect: number;
	/** share of replicates in which each policy ranks first; equals share one */
	readonly chanceBest: readonly number[];
	/** worth of each input */
	readonly rows: readonly InformationRow[];
}

/**
 * Value of information to one who must choose a policy now. With y_p the payoff of policy p
 * and b the best on average,
 *
 *     perfect = E[max_p y_p] − E[y_b]
 *     partial = E[max_p E[y_p | x]] − E[y_b]
 *
 * E[y_p − y_b | x] is a smooth curve over the one input x, fitted to all replicates. The
 * error is that of the mean of y_d(x) − y_b for the policy d(x) which the curves choose: at
 * the optimum the choice itself adds none to first order.
 *
 * @param inputs  one column an input, one value a replicate
 * @param payoffs one column a policy, same replicates, higher is better; a replicate in
 * which any is NaN is left out
 * @throws {RangeError} when there is no policy, no complete replicate, or columns differ
 * in length
 * Source: Strong, Oakley and Brennan (2014), Medical Decision Making 34:311-326.
 */
export function valueOfInformation(
	inputs: readonly Float64Array[],
	payoffs: readonly Float64Array[],
): ValueOfInformation {
	const whole = completeReplicates(inputs, payoffs);
	const known = (column: Float64Array) => column.filter((_, r) => whole[r]);
	const complete = payoffs.map(known);
	const means = complete.map(meanOf);
	const best = means.indexOf(Math.max(...means));
	const gains = complete.map((payoff) =>
		payoff.map((y, r) => y - complete[best]![r]!),
	);
	const perfect = meanOf(gains[0]!.map((_, r) => greatest(gains, r)));
	return {
		best,
		perfect,
		chanceBest: chancesBest(gains),
		rows: inputs.map((input) =>
			informationRow(known(input), gains, best, perfect),
		),
	};
}

function completeReplicates(
	inputs: readonly Float64Array[],
	payoffs: readonly Float64Array[],
): readonly boolean[] {
	const count = payoffs[0]?.length ?? 0;
	const odd = [...payoffs, ...inputs].find(({ length }) => length !== count);
	if (odd !== undefined)
		throw new RangeError(
			`a column has ${odd.length} replicates; expected ${count}, as the first policy has`,
		);
	const whole = Array.from({ length: count }, (_, r) =>
		payoffs.every((payoff) => !Number.isNaN(payoff[r])),
	);
	if (!whole.includes(true))
		throw new RangeError(
			"payoffs have no complete replicate; expected one or more",
		);
	return whole;
}

function meanOf(column: Float64Array): number {
	return column.reduce((sum, y) => sum + y, 0) / column.length;
}

function greatest(columns: readonly Float64Array[], r: number): number {
	let most = Number.NEGATIVE_INFINITY;
	for (const column of columns) most = Math.max(most, column[r]!);
	return most;
}

function chancesBest(gains: readonly Float64Array[]): readonly number[] {
	const replicates = gains[0]!.length;
	const chances = gains.map(() => 0);
	for (let r = 0; r < replicates; r += 1) {
		const most = greatest(gains, r);
		const first = gains.flatMap((gain, p) => (gain[r] === most ? [p] : []));
		for (const p of first) chances[p]! += 1 / (first.length * replicates);
	}
	return chances;
}

/** Computes the row of one input; `partial`, which a sample may put above `perfect`, is cut there. */
function informationRow(
	input: Float64Array,
	gains: readonly Float64Array[],
	best: number,
	perfect: number,
): InformationRow {
	const basis = curveBasis(input);
	const curves = gains.map((gain) => fittedCurve(basis, gain));
	const chosen = Array.from(input, (_, r) => choice(curves, r, best));
	const expected = Float64Array.from(chosen, (p, r) => curves[p]![r]!);
	const realised = Float64Array.from(chosen, (p, r) => gains[p]![r]!);
	return {
		partial: Math.min(perfect, meanOf(expected)),
		error: standardError(realised),
		switches: chosen.filter((p) => p !== best).length / chosen.length,
	};
}

/** Policy with the highest curve at replicate r; the best on average where none beats it. */
function choice(
	curves: readonly Float64Array[],
	r: number,
	best: number,
): number {
	let chosen = best;
	curves.forEach((curve, p) => {
		if (curve[r]! > curves[chosen]![r]!) chosen = p;
	});
	return chosen;
}

/** s / √n with n − 1 in s²; NaN for a single value. */
function standardError(values: Float64Array): number {
	const centre = meanOf(values);
	const squares = values.reduce(
		(sum, y) => sum + (y - centre) * (y - centre),
		0,
	);
	return Math.sqrt(squares / (values.length - 1) / values.length);
}
