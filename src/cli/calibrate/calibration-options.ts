/** Words and flags of `calibrate`, and the size of the calibration that they ask for. */

import type { CalibrationSize } from "../../inference/calibration/size.ts";
import type { Seed } from "../../market/simulator.ts";
import type { CommonOptions } from "../line/common-flags.ts";

/** Sizes of a full calibration, of a quick one, and of one on a synthetic record. */
const SIZES = {
	full: {
		draws: 2000,
		lucks: 4,
		members: 400,
		particles: 400,
		moves: 16,
		mostSweeps: 4,
		keptSweeps: 3,
	},
	quick: {
		draws: 400,
		lucks: 4,
		members: 160,
		particles: 120,
		moves: 16,
		mostSweeps: 3,
		keptSweeps: 2,
	},
	synthetic: {
		draws: 4000,
		lucks: 1,
		members: 160,
		particles: 40,
		moves: 16,
		mostSweeps: 3,
		keptSweeps: 6,
	},
} as const satisfies Record<string, CalibrationSize>;

/** Flags of `calibrate` as they are read. */
export interface CalibrationValues extends CommonOptions {
	readonly seed: Seed;
	readonly workers: number;
	readonly out: string;
	readonly quick: boolean;
	readonly keep: boolean;
	/** synthetic records to calibrate on; null for the record itself */
	readonly recover: number | null;
}

/** Flags of `calibrate` with its size, and the line that repeats it. */
export interface CalibrationOptions extends CalibrationValues {
	readonly seed: string;
	readonly recover: number;
	readonly size: CalibrationSize;
	/** the line that repeats it */
	readonly command: string;
}

/** Settles what a calibration spends, and the line that repeats it. */
export function calibrationOptions(
	values: CalibrationValues,
): CalibrationOptions {
	const { quick, keep } = values;
	const seed = String(values.seed);
	const recover = values.recover ?? 0;
	return {
		...values,
		seed,
		recover,
		size: recover > 0 ? SIZES.synthetic : quick ? SIZES.quick : SIZES.full,
		command: commandLine({ quick, keep, recover, seed }),
	};
}

function commandLine({
	quick,
	keep,
	recover,
	seed,
}: Pick<CalibrationOptions, "quick" | "keep" | "recover" | "seed">): string {
	return [
		"npx stibium calibrate",
		...(quick ? ["--quick"] : []),
		...(recover > 0 ? [`--recover ${recover}`] : []),
		...(keep ? ["--keep"] : []),
		`--seed ${JSON.stringify(seed)}`,
	].join(" ");
}
