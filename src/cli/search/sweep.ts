/** One scenario run at many settings under one luck. */

import { CommandError } from "../../actions/refusal.ts";
import { asUsage } from "../../actions/scenarios/open-scenarios.ts";
import type { SweepDesign, SweepPlan } from "../../experiment/design.ts";
import { DesignError, designPoints } from "../../experiment/design-points.ts";
import type { Seed } from "../../market/simulator.ts";
import { type Axis, parseAxis } from "../../scenario/edits/vary.ts";
import { runBatchCommand } from "../batch/batch.ts";
import { type BatchValues, batchOptions } from "../line/batch-options.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { repeatLine } from "../line/repeat-line.ts";
import { wholeNumber } from "../line/values.ts";
import { openVaried, type Varied, variantName } from "./variants.ts";

/** Points of a sweep at most: each is a scenario of one batch. */
const MOST_POINTS = 400;
export const pointCount = wholeNumber(MOST_POINTS);

/** Words and flags of `sweep` as they are read. */
type SweepValues = BatchValues & {
	readonly scenario: string;
	readonly vary: readonly string[];
	readonly design: SweepDesign;
	readonly points: number | null;
};

/** Scenario, axes and design of a sweep. */
interface SweepRequest {
	readonly word: string;
	readonly written: readonly string[];
	readonly axes: readonly Axis[];
	readonly design: SweepDesign;
	/** points of a design that fills space; null: the design's own */
	readonly size: number | null;
}

/** Runs one scenario at many settings under one luck. @throws {CommandError} */
export async function sweepScenario(values: SweepValues): Promise<ExitCode> {
	const options = batchOptions(values);
	const request = sweepRequest(values);
	const { word, axes } = request;
	const points = pointsOf(request, options.seed);
	const varied = openVaried(word, options.edits, axes, "--vary");
	const { opened, plan } = laidOut(varied, request, points);
	const words = sweepWords(request);
	return runBatchCommand({
		opened,
		comparing: true,
		charts: true,
		repeat: (replicates) =>
			repeatLine("sweep", words, { ...options, replicates }),
		options,
		design: plan,
	});
}

function sweepRequest(values: SweepValues): SweepRequest {
	const { scenario: word, vary: written, design, points: size } = values;
	const axes = asUsage(() => written.map((text) => parseAxis(text, "--vary")));
	const paths = axes.map(({ path }) => path);
	const twice = paths.find((path, i) => paths.indexOf(path) !== i);
	if (twice !== undefined)
		throw new CommandError(`--vary names ${twice} twice; once is enough`);
	return { word, written, axes, design, size };
}

/** The words and flags of a sweep, as they are written again. */
function sweepWords({ word, written, design, size }: SweepRequest) {
	return [
		word,
		...written.flatMap((axis) => ["--vary", axis]),
		...["--design", design],
		...(size === null ? [] : ["--points", String(size)]),
	];
}

function pointsOf({ design, axes, size }: SweepRequest, seed: Seed) {
	try {
		const points = designPoints(design, axes, size, seed);
		if (points.length <= MOST_POINTS) return points;
		throw new DesignError(
			`that is ${points.length} points; a sweep has ${MOST_POINTS} at most: give fewer values, or --design lhs --points 100`,
		);
	} catch (error) {
		if (error instanceof DesignError) throw new CommandError(error.message);
		throw error;
	}
}

/** Lays out every point as a scenario of the batch, and the plan that says which point it is. */
function laidOut(
	varied: Varied,
	{ axes, design }: SweepRequest,
	points: readonly (readonly string[])[],
) {
	const { name, title } = varied.base.scenario;
	const digits = String(points.length).length;
	const opened = points.map((values, i) =>
		varied.variant(values, {
			name: variantName(name, String(i + 1).padStart(digits, "0")),
			title: axes.map(({ path }, a) => pointTitle(path, values[a])).join(", "),
		}),
	);
	const plan: SweepPlan = {
		kind: "sweep",
		of: name,
		title,
		design,
		axes: axes.map(({ path }, i) => ({ path, unit: varied.units[i] ?? null })),
		points: points.map((values, i) => ({
			scenario: opened[i]!.scenario.name,
			values: values.map(numberOrText),
		})),
	};
	return { opened, plan };
}

const pointTitle = (path: string, value = "") =>
	`${path.split(".").slice(-2).join(" ")} ${value}`;

const numberOrText = (value: string): number | string =>
	value !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
