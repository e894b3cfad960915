import { DATED_FACTS } from "../calibration/facts.ts";
import { SERIES, type SeriesName } from "../market/record.ts";
import type { Seed, SimulatorFactory } from "../market/simulator.ts";
import { log } from "../math.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { measureRecord, RECORD_FACT_IDS } from "./record-facts.ts";

/**
 * How far a model of this kind may lie from a figure before it counts as off,
 * in logs: the spread of sources plus what a uniform monthly price cannot show.
 * Basis: assumed.
 */
const DISCREPANCY = 0.1;
/** Chinese export tonnages under licence swing with one permit: they count for less. */
const LICENSED_DISCREPANCY = 0.5;
const LICENSED = /^exports-2024-1[0-2]$/;
/** Rows further off than this count as this far. */
const FARTHEST = 3;

/** One draw of the prior, judged. */
export interface JudgedDraw {
	readonly draw: number;
	/** in the order of PRIORS */
	readonly values: Float64Array;
	/** root mean square of the scaled errors of all scored facts */
	readonly distance: number;
}

/** What a screen is asked for. */
export interface ScreenRequest {
	/** the dated record, its horizon from 2018-01 to 2024-12 at least */
	readonly scenario: SoundScenario;
	readonly draws: number;
	/** replicates of luck over which each draw is judged */
	readonly lucks: number;
	readonly seed: Seed;
}

interface Row {
	/** place of the fact in `measureRecord` */
	readonly at: number;
	readonly record: number;
	readonly scale: number;
}

const ROWS: readonly Row[] = DATED_FACTS.filter((fact) => fact.scored).map(
	(fact) => {
		const at = RECORD_FACT_IDS.indexOf(fact.id);
		if (at < 0) throw new RangeError(`nothing measures the fact ${fact.id}`);
		const range =
			fact.low === undefined || fact.high === undefined
				? 0
				: log(fact.high / fact.low) / 2;
		const own = LICENSED.test(fact.id) ? LICENSED_DISCREPANCY : DISCREPANCY;
		return {
			at,
			record: fact.record,
			scale: Math.sqrt(own * own + range * range),
		};
	},
);

const COLUMN = new Map<string, number>(SERIES.map((s, i) => [s.name, i]));

/** Reads a record's series by name and tick. */
export function seriesReader(
	series: Float64Array,
	scenario: SoundScenario,
): (name: SeriesName, tick: number) => number {
	const { from, to } = scenario.horizon;
	const months = to + 1 - from;
	return (name, tick) =>
		series[(COLUMN.get(name) as number) * months + tick - from] as number;
}

/** The scenario with every parameter held at one draw's values. */
export function heldAt(
	scenario: SoundScenario,
	values: Float64Array,
): SoundScenario {
	return {
		...scenario,
		parameters: scenario.parameters.map((entry, i) => ({
			...entry,
			distribution: { kind: "fixed", value: values[i] as number },
			overridden: true,
		})),
	};
}

const square = (x: number): number => x * x;

/** Mean log error of each scored fact over lucks, scaled, as one root mean square. */
function distanceOf(measured: readonly Float64Array[]): number {
	let sum = 0;
	for (const row of ROWS) {
		let error = 0;
		for (const facts of measured)
			error += log(Math.max(facts[row.at] as number, 1e-9) / row.record);
		const scaled = Math.abs(error / measured.length / row.scale);
		sum += square(Math.min(FARTHEST, scaled));
	}
	return Math.sqrt(sum / ROWS.length);
}

function judge(
	factory: SimulatorFactory,
	request: ScreenRequest,
	draw: number,
	values: Float64Array,
): JudgedDraw | null {
	const held = heldAt(request.scenario, values);
	const simulator = factory([held], {
		seed: `${request.seed}/luck`,
		parameters: "prior",
		without: [],
		recordLuck: { seed: request.seed, replicate: draw },
	});
	const measured: Float64Array[] = [];
	for (let luck = 0; luck < request.lucks; luck += 1) {
		const [record] = simulator.run(draw * request.lucks + luck);
		if (record === undefined || record.failure !== null) return null;
		measured.push(measureRecord(seriesReader(record.series, held)));
	}
	return { draw, values, distance: distanceOf(measured) };
}

/**
 * Draws parameters from the prior, runs each over several lucks, and judges it
 * by the root mean square of its mean log errors on the facts of 2018 to 2024,
 * so that lucky noise is not accepted.
 *
 * @returns all sound draws, nearest first
 */
export function screenDraws(
	factory: SimulatorFactory,
	request: ScreenRequest,
	onDraw: (done: number) => void = () => {},
): readonly JudgedDraw[] {
	const prior = factory([request.scenario], {
		seed: request.seed,
		parameters: "prior",
		without: [],
	});
	const judged: JudgedDraw[] = [];
	for (let draw = 0; draw < request.draws; draw += 1) {
		const [record] = prior.run(draw);
		if (record !== undefined) {
			const values = Float64Array.from(record.parameters);
			const found = judge(factory, request, draw, values);
			if (found !== null) judged.push(found);
		}
		onDraw(draw + 1);
	}
	return judged.sort((a, b) => a.distance - b.distance || a.draw - b.draw);
}
