/** Sensitivity designs of Morris and Sobol, run point by point on worker threads. */

import { CommandError } from "../../actions/refusal.ts";
import { PointThreads } from "../../actions/threads/point-threads.ts";
import type { WeighedInputs } from "../../charts/chart.ts";
import {
	analyseMorris,
	analyseSobol,
} from "../../inference/sensitivity/analyse.ts";
import {
	type FreeParameter,
	freeParameters,
} from "../../inference/sensitivity/free-parameters.ts";
import { luckShare, meansOverLucks } from "../../inference/sensitivity/luck.ts";
import { morrisDesign } from "../../inference/sensitivity/morris.ts";
import type { Ranking } from "../../inference/sensitivity/ranking.ts";
import { saltelliDesign } from "../../inference/sensitivity/saltelli.ts";
import { monthName } from "../../quantities.ts";
import type { SoundScenario } from "../../scenario/types.ts";
import { countInWords } from "../../words/numbers.ts";
import { progressBar } from "../terminal/progress.ts";
import type { DesignOptions } from "./sensitivity-options.ts";

/** Weighed inputs of a design, with its points and seconds. */
export interface DesignRun {
	readonly weighed: WeighedInputs;
	readonly points: number;
	/** points at which no run had a value */
	readonly lost: number;
	readonly seconds: number;
}

/** A design with the way to read its outputs. */
interface Plan {
	readonly points: readonly Float64Array[];
	/** points that are drawn from the priors, from the first on */
	readonly drawn: number;
	readonly analyse: (outputs: Float64Array) => Ranking;
}

/** Most inputs of Sobol's method: each takes two dimensions of the sequence. */
const MOST_INPUTS = 200;

/** Runs the design of a scenario on worker threads. @throws {CommandError} when there is nothing to weigh */
export async function runDesign(
	scenario: SoundScenario,
	options: DesignOptions,
): Promise<DesignRun> {
	const began = performance.now();
	const plan = planOf(freeParameters(scenario), options);
	const rows = await runPoints(scenario, plan.points, options);
	const outputs = meansOverLucks(rows);
	const lost = outputs.filter(Number.isNaN).length;
	if (lost === outputs.length)
		throw new CommandError(
			`no run of ${scenario.name} has a ${options.metric}; ask for another --metric`,
		);
	const share = luckShare(rows.slice(0, plan.drawn));
	return {
		weighed: {
			ranking: plan.analyse(outputs),
			scenario: scenario.name,
			metric: options.metric,
			last: monthName(scenario.horizon.to),
			runs: runsInWords(plan.points.length, options.lucks),
			luckShare: Number.isNaN(share) ? null : share,
		},
		points: plan.points.length,
		lost,
		seconds: Math.round((performance.now() - began) / 100) / 10,
	};
}

function planOf(
	free: readonly FreeParameter[],
	{ method, size, seed }: DesignOptions,
): Plan {
	if (free.length === 0)
		throw new CommandError("the scenario fixes every parameter; none is left");
	if (method === "morris") {
		const design = morrisDesign(size, free.length, seed);
		const { points } = design;
		const analyse = (outputs: Float64Array) =>
			analyseMorris(design, free, outputs, seed);
		return { points, drawn: points.length, analyse };
	}
	if (free.length > MOST_INPUTS)
		throw new CommandError(
			`sobol takes ${MOST_INPUTS} inputs at most; there are ${free.length}`,
		);
	const design = saltelliDesign(size, free.length, seed);
	return {
		points: design.points,
		drawn: 2 * size,
		analyse: (outputs) => analyseSobol(design, free, outputs, seed),
	};
}

async function runPoints(
	scenario: SoundScenario,
	points: readonly Float64Array[],
	{ seed, metric, lucks, workers, quiet }: DesignOptions,
): Promise<readonly Float64Array[]> {
	const bar = progressBar(points.length, quiet, "points");
	let done = 0;
	const threads = new PointThreads(
		{ scenario, seed, metric, lucks },
		workers,
		(count) => {
			done += count;
			bar.update({ done, total: points.length, failed: 0 });
		},
	);
	bar.start();
	try {
		return await threads.run(points);
	} finally {
		bar.stop();
		await threads.close();
	}
}

function runsInWords(points: number, lucks: number): string {
	const runs = lucks === 1 ? "1 run" : `${lucks} runs that share their luck`;
	return `${countInWords(points)} points of ${runs}`;
}
