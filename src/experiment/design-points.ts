/** Points of a sweep, laid over its axes as grid, list, Latin hypercube or Sobol's sequence. */

import { latinHypercube } from "../random/latin-hypercube.ts";
import { scrambledSobol } from "../random/sobol-sequence.ts";
import { type Seed, Streams } from "../random/streams.ts";
import type { Axis } from "../scenario/edits/vary.ts";
import type { SweepDesign } from "./design.ts";

/** Points of a range for which neither the range nor the design says how many. */
const STEPS = 5;
/** Points of a design that fills space, when nothing says how many. */
const FILLING = 16;
/** Digits of a value between the ends of a range. */
const DIGITS = 6;

/** Error of a design that cannot be laid; its message is fit for the command line. */
export class DesignError extends Error {
	override readonly name = "DesignError";
}

/** A point: one value an axis, as a command line would write it. */
export type Values = readonly string[];

/**
 * The points of a design over some axes.
 *
 * - grid: every value of every axis with every other
 * - list: the first values of all axes together, then the second, …
 * - lhs: a Latin hypercube; sobol: Sobol's sequence, scrambled, best in powers of two; lists
 *   count as equal strata
 *
 * @param size points of a design that fills space; null: the most that an axis asks for
 * @throws {DesignError} when the axes do not fit the design
 */
export function designPoints(
	design: SweepDesign,
	axes: readonly Axis[],
	size: number | null,
	seed: Seed,
): readonly Values[] {
	switch (design) {
		case "grid":
			return crossed(axes.map(valuesOf));
		case "list":
			return zipped(axes.map(valuesOf));
		case "lhs": {
			const count = size ?? fillingOf(axes);
			const shares = latinHypercube(count, axes.length, new Streams(seed, 0));
			return shares.map((point) => placed(axes, point));
		}
		case "sobol": {
			const count = size ?? fillingOf(axes);
			const shares = scrambledSobol(count, axes.length, seed);
			return shares.map((point) => placed(axes, point));
		}
	}
}

function valuesOf({ values }: Axis): Values {
	if (values.kind === "list") return values.items;
	const { low, high, count } = values;
	const steps = (count ?? STEPS) - 1;
	return Array.from({ length: steps + 1 }, (_, i) =>
		written(i === steps ? high : low + ((high - low) * i) / steps),
	);
}

const written = (value: number): string =>
	String(Number(value.toPrecision(DIGITS)));

function crossed(columns: readonly Values[]): readonly Values[] {
	return columns.reduce<readonly Values[]>(
		(points, column) =>
			points.flatMap((point) => column.map((value) => [...point, value])),
		[[]],
	);
}

function zipped(columns: readonly Values[]): readonly Values[] {
	const lengths = columns.map(({ length }) => length);
	if (new Set(lengths).size > 1)
		throw new DesignError(
			`--design list takes as many values of every path; here are ${lengths.join(", ")}`,
		);
	return (columns[0] ?? []).map((_, i) =>
		columns.map((column) => column[i] ?? ""),
	);
}

function fillingOf(axes: readonly Axis[]): number {
	const asked = axes.map(({ values }) =>
		values.kind === "range" ? (values.count ?? 0) : 0,
	);
	return Math.max(...asked) || FILLING;
}

/** A point of the unit cube on the axes. */
function placed(axes: readonly Axis[], shares: Float64Array): Values {
	return axes.map(({ values }, i) => {
		const share = shares[i] ?? 0;
		if (values.kind === "range")
			return written(values.low + share * (values.high - values.low));
		const { items } = values;
		return (
			items[Math.min(items.length - 1, Math.floor(share * items.length))] ?? ""
		);
	});
}
