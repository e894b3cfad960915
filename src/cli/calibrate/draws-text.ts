/** Writer of the source files in which weighted draws of parameters ship with the program. */

import { luckText } from "../../calibration/priors/luck-scores.ts";
import type { WeightedDraw } from "../../calibration/priors/past-draw.ts";

/** Significant digits to which draws are kept. */
const DIGITS = 6;

/** Name and meaning of a list of draws, and the run of the calibration that made it. */
export interface DrawsOrigin {
	/** sentence that opens the file */
	readonly opening: string;
	/** name of the constant */
	readonly name: string;
	/** sentence that describes the constant */
	readonly what: string;
	readonly command: string;
	readonly seconds: number;
	readonly seed: string;
	readonly rows: readonly (readonly [label: string, value: string])[];
}

function numbers(values: readonly number[]): string {
	return `[${values.map((value) => Number(value.toPrecision(DIGITS))).join(", ")}]`;
}

function drawText(draw: WeightedDraw): string {
	const { weight, values, sizes, luck } = draw;
	return `\t{ weight: ${weight}, values: ${numbers(values)}, sizes: ${numbers(sizes)}, luck: ${JSON.stringify(luckText(luck))} },`;
}

/** The source file that keeps a list of weighted draws. */
export function drawsText(
	origin: DrawsOrigin,
	draws: readonly WeightedDraw[],
): string {
	const notes = [
		origin.what,
		`Made by \`${origin.command}\` in ${origin.seconds} s, seed ${JSON.stringify(origin.seed)}:`,
		...origin.rows.map(([label, value]) => `${label} ${value},`),
		`${draws.length} draws kept.`,
	];
	return [
		`/** ${origin.opening} */`,
		"",
		'import type { KeptDraw } from "./past-draw.ts";',
		"",
		"/**",
		...notes.map((line) => ` * ${line}`),
		" */",
		`export const ${origin.name}: readonly KeptDraw[] = [`,
		...draws.map(drawText),
		"];",
		"",
	].join("\n");
}
