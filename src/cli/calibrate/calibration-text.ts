/** Report of a calibration in Markdown: prior and posterior of each number, and their ridges. */

import type { Acceptance, Effort } from "../../inference/calibration/effort.ts";
import {
	type Disagreement,
	type Portrait,
	type Ridge,
	toldNumbers,
} from "../../inference/calibration/portrait.ts";
import { markdownTable } from "../../words/markdown.ts";
import { factNumber, inWords, percentInWords } from "../../words/numbers.ts";

const FIRST_YEAR = 2018;
/** Ridges that a report names. */
const NAMED = 12;

/** Size, course and findings of a calibration. */
export interface CalibrationReport {
	readonly command: string;
	/** the checkout it ran from; null outside one */
	readonly commit: string | null;
	readonly seed: string;
	readonly seconds: number;
	readonly processors: number;
	readonly draws: number;
	readonly lucks: number;
	readonly particles: number;
	readonly members: number;
	/** moves of a particle in a sweep */
	readonly moves: number;
	readonly mostSweeps: number;
	readonly keptSweeps: number;
	readonly ruledOut: number;
	readonly steps: number;
	readonly sweeps: number;
	/** steps that ended before every particle had new luck in every year */
	readonly cutShort: number;
	/** whole runs of the record spent on moves */
	readonly runs: number;
	readonly effort: Effort;
	/** particles that differ in a parameter or size */
	readonly distinct: number;
	/** equal draws that the weighted ones are worth */
	readonly effective: number;
	readonly kept: number;
	readonly portraits: readonly Portrait[];
	/** strongest correlation of the dummy with anything */
	readonly floor: number;
	readonly ridges: readonly Ridge[];
	/** kept medians outside the 99 % intervals of this calibration */
	readonly disagreements: readonly Disagreement[];
}

function portraitRow(portrait: Portrait, told: boolean): readonly string[] {
	const [p10, p50, p90] = portrait.prior as [number, number, number];
	const [, q10, q50, q90] = portrait.posterior as number[];
	return [
		portrait.name,
		portrait.unit,
		`${factNumber(p50)} (${factNumber(p10)} to ${factNumber(p90)})`,
		`${factNumber(q50 as number)} (${factNumber(q10 as number)} to ${factNumber(q90 as number)})`,
		percentInWords(portrait.contraction),
		inWords(portrait.shift, 2),
		told ? "yes" : "",
	];
}

function ridgeLine({ pair, correlation }: Ridge): string {
	return `- ${pair[0]} and ${pair[1]}: ${inWords(correlation, 2)}`;
}

function agreement({ disagreements, portraits }: CalibrationReport): string {
	if (disagreements.length === 0)
		return `The kept median of each of ${portraits.length} numbers lies inside its 99 % interval here.`;
	const outside = disagreements.map(
		({ name, kept, low, high }) =>
			`${name} ${factNumber(kept)} outside ${factNumber(low)} to ${factNumber(high)}`,
	);
	return `Kept medians outside their 99 % intervals here: ${outside.join("; ")}.`;
}

function renewal({ cutShort, mostSweeps, steps }: CalibrationReport): string {
	return cutShort === 0
		? "every step went on until each particle had new luck in each year"
		: `${cutShort} of ${steps} steps ended at ${mostSweeps} sweeps with particles whose luck of some year was not renewed`;
}

const acceptedWords = ({ accepted, tried }: Acceptance): string =>
	accepted === null ? "none tried" : `${percentInWords(accepted)} of ${tried}`;

/** Moves of the last step by kind, and luck by year. */
function effortLines({ byKind, byYear, lucks }: Effort): readonly string[] {
	return [
		`Moves accepted in the last step: luck of some months ${acceptedWords(byKind.luck)}, numbers with the luck that gives way ${acceptedWords(byKind.numbers)}, differences of others ${acceptedWords(byKind.difference)}, fresh numbers ${acceptedWords(byKind.fresh)}.`,
		"",
		markdownTable({
			head: ["luck of", "moves accepted", "distinct lucks, by weight"],
			rows: byYear.map((year, i) => [
				String(FIRST_YEAR + i),
				acceptedWords(year),
				inWords(lucks[i]!, 0),
			]),
		}),
	];
}

/** The report of a calibration, in Markdown. */
export function calibrationText(report: CalibrationReport): string {
	const { portraits, ridges, floor } = report;
	const told = toldNumbers(portraits, report.effective);
	return [
		"# Calibration on the record of 2018 to 2024",
		"",
		`\`${report.command}\`: ${report.seconds} s on ${report.processors} processors${report.commit === null ? "" : `, at commit ${report.commit.slice(0, 12)}`}.`,
		"",
		`History matching: ${report.draws} draws of a Latin hypercube, ${report.lucks} seeds each, ${report.ruledOut} ruled out.`,
		`Prologue: an ensemble of ${report.members} smoothed in four steps, of which the covariance alone is used.`,
		`Tempered sequential Monte Carlo: ${report.particles} particles, ${report.steps} steps, ${report.sweeps} sweeps of ${report.moves} moves, worth ${report.runs} whole runs of the record; ${renewal(report)}. The states of the last ${report.keptSweeps} sweeps are kept: ${report.distinct} differ, worth ${report.effective} equal ones after weighting by calm years; ${report.kept} have weight.`,
		"",
		...effortLines(report.effort),
		"",
		agreement(report),
		"",
		`The record told something of ${told.filter(Boolean).length} of ${portraits.length} numbers: their spread shrank, or their mean moved, by more than the dummy's and by more than three standard errors. Of the others it says nothing that can be told from noise. Sizes of past events are given by their rank under the prior; a mean is in normal scores, 0 under the prior.`,
		"",
		markdownTable({
			head: [
				"number",
				"unit",
				"prior: median (10 to 90 %)",
				"posterior",
				"spread lost",
				"mean moved",
				"told",
			],
			rows: portraits.map((portrait, p) =>
				portraitRow(portrait, told[p] === true),
			),
		}),
		"",
		`Ridges: pairs more strongly correlated than anything with the dummy (${inWords(floor, 2)}); ${ridges.length} of them, the strongest first.`,
		"",
		...ridges.slice(0, NAMED).map(ridgeLine),
	].join("\n");
}
