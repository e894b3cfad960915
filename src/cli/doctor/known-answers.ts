/** Known answers of exp, log, pow and the normal quantile, exact to the last bit. */

import { exp, inverseNormal, log, pow } from "../../math.ts";

/** A value of `math.ts` and the double it must be, to the last bit. */
export interface KnownAnswer {
	readonly name: string;
	readonly value: number;
	readonly expected: number;
}

/**
 * Doubles nearest to the true values, from `test/math-known-answers.ts` (120 digits, mpmath 1.3):
 * rows that `math.ts` meets exactly, so that any engine that computes otherwise is found out.
 */
export function knownAnswers(): readonly KnownAnswer[] {
	const row = (name: string, value: number, expected: number) => ({
		name,
		value,
		expected,
	});
	return [
		row("exp(0.1)", exp(0.1), 1.1051709180756477),
		row("exp(10.5)", exp(10.5), 36315.502674246636),
		row("exp(100.125)", exp(100.125), 3.0460357809113723e43),
		row("exp(-700.5)", exp(-700.5), 5.980196118639791e-305),
		row("log(0.9999999)", log(0.9999999), -1.0000000494736474e-7),
		row("log(12345.678)", log(12345.678), 9.421061321291832),
		row("log(1e300)", log(1e300), 690.7755278982137),
		row("log(5e-324)", log(5e-324), -744.4400719213812),
		row("pow(0.1, 0.1)", pow(0.1, 0.1), 0.7943282347242815),
		row("pow(1.0000001, 1e7)", pow(1.0000001, 1e7), 2.7182816941320818),
		row("pow(10, 308)", pow(10, 308), 1e308),
		row("inverseNormal(0.9249)", inverseNormal(0.9249), 1.4388253927525403),
		row("inverseNormal(0.999)", inverseNormal(0.999), 3.090232306167813),
		row("inverseNormal(1e-300)", inverseNormal(1e-300), -37.0470962993612),
	];
}
