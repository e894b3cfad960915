/** Round ends for axes of numbers. */

/** The steps that read well on an axis, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10] as const;
/** About as many steps as an axis has. */
const COUNT = 5;

/** The step of an axis for a span: about a fifth of it, and round. */
function roundStep(span: number): number {
	const [digits = "1", power = "0"] = (span / COUNT).toExponential().split("e");
	const step = STEPS.find((candidate) => candidate >= Number(digits)) ?? 10;
	return Number(`${step}e${power}`);
}

/**
 * The round ends of an axis that holds 0 and every value: one step longer than nothing
 * when all are 0.
 */
export function roundDomain(
	values: Iterable<number>,
): readonly [number, number] {
	let [low, high] = [0, 0];
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	if (low === high) return [0, 1];
	const step = roundStep(high - low);
	return [
		rounded(Math.floor(low / step) * step),
		rounded(Math.ceil(high / step) * step),
	];
}

/** A span this small beside the values would be blown up out of all proportion. */
const TRIFLE = 0.01;

/**
 * Round ends of an axis that holds every value, and 0 only where the values come near it or
 * differ by a trifle: for dots, which need no zero to stand on.
 */
export function closeDomain(
	values: readonly number[],
): readonly [number, number] {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const span = high - low;
	if (low < span || span < TRIFLE * Math.abs(high)) return roundDomain(values);
	const step = roundStep(span);
	return [
		rounded(Math.floor(low / step) * step),
		rounded(Math.ceil(high / step) * step),
	];
}

/** The round ends of an axis that holds every value, wherever 0 lies: for bars that stand on a mean. */
export function tightDomain(
	values: readonly number[],
): readonly [number, number] {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	if (!(low < high)) return roundDomain(values);
	const step = roundStep(high - low) / 2;
	return [
		rounded(Math.floor(low / step) * step),
		rounded(Math.ceil(high / step) * step),
	];
}

/** Without the dust of binary fractions. */
const rounded = (value: number) => Number(value.toPrecision(12));
