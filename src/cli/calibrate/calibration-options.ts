import { CommandError } from "../../actions/refusal.ts";
import type { CalibrationSize } from "../../inference/calibration/calibrate.ts";
import {
	outOf,
	seedOf,
	wholeNumber,
	workersOf,
} from "../line/batch-options.ts";
import {
	type CommonOptions,
	commonOptions,
	isOn,
	type RawOptions,
	textOf,
} from "../line/raw-options.ts";

/** What a full calibration, a quick one, and one of a synthetic record spend. */
const SIZES = {
	full: {
		draws: 2000,
		lucks: 4,
		particles: 400,
		moves: 15,
		lastMoves: 180,
		keepEvery: 60,
	},
	quick: {
		draws: 400,
		lucks: 4,
		particles: 120,
		moves: 12,
		lastMoves: 120,
		keepEvery: 30,
	},
	synthetic: {
		draws: 10_000,
		lucks: 1,
		particles: 32,
		moves: 15,
		lastMoves: 160,
		keepEvery: 10,
	},
} as const satisfies Record<string, CalibrationSize>;

/** Synthetic records at most: each takes some ten seconds. */
const MOST_TRUTHS = 1000;

/** Flags of `calibrate`. */
export interface CalibrationOptions extends CommonOptions {
	readonly seed: string;
	readonly workers: number;
	readonly out: string;
	readonly quick: boolean;
	readonly keep: boolean;
	/** synthetic records to calibrate on; 0 for the record itself */
	readonly recover: number;
	readonly size: CalibrationSize;
	/** the line that repeats it */
	readonly command: string;
}

/** Checks the flags of `calibrate`. @throws {CommandError} for the first that is wrong */
export function calibrationOptions(raw: RawOptions): CalibrationOptions {
	const quick = isOn(raw, "quick");
	const keep = isOn(raw, "keep");
	const truths = textOf(raw, "recover");
	if (quick && keep)
		throw new CommandError("--quick is too small to keep; leave one of them");
	const recover =
		truths === null ? 0 : wholeNumber("--recover", truths, MOST_TRUTHS);
	const seed = String(seedOf(textOf(raw, "seed")).seed);
	return {
		...commonOptions(raw),
		seed,
		workers: workersOf(textOf(raw, "workers")),
		out: outOf(raw),
		quick,
		keep,
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
