import { PRIORS } from "../calibration/priors.ts";
import { SCREENED, type ScreenedDraw } from "../calibration/screened.ts";
import { tickOf } from "../quantities.ts";
import { inverseCdf } from "../random/draw.ts";
import { parameterKey, shockKey } from "../random/question.ts";
import { Streams } from "../random/streams.ts";
import type { Shock, SoundScenario } from "../scenario/types.ts";
import { firstEffect } from "./forks.ts";
import type { DrawShock } from "./shocks/draw.ts";
import type { ParameterSet, RecordLuck } from "./simulator.ts";

const parameterKeys = PRIORS.map((row) => parameterKey(row.path));
const screenedKey = parameterKey("screened draw");

/** The screened draw that a uniform picks by cumulative weight. */
function pickScreened(u: number): ScreenedDraw {
	let sum = 0;
	for (const draw of SCREENED) {
		sum += draw.weight;
		if (u < sum) return draw;
	}
	const last = SCREENED[SCREENED.length - 1];
	if (last === undefined) throw new RangeError("there are no screened draws");
	return last;
}

/** The screened draw of a replicate; null when parameters come from the prior. */
export function screenedDraw(
	streams: Streams,
	set: ParameterSet,
): ScreenedDraw | null {
	return set === "screened"
		? pickScreened(streams.uniform(screenedKey, 0))
		: null;
}

/**
 * Draws every parameter of a replicate, one uniform a path. Screened draws
 * replace the priors on which the record has a word; what a scenario sets
 * itself wins over both.
 */
export function drawParameters(
	scenario: SoundScenario,
	streams: Streams,
	screened: ScreenedDraw | null,
	values: Float64Array,
): void {
	scenario.parameters.forEach((entry, i) => {
		const u = streams.uniform(parameterKeys[i]!, 0);
		values[i] =
			screened !== null && !entry.overridden
				? (screened.values[i] ?? inverseCdf(entry.distribution, u))
				: inverseCdf(entry.distribution, u);
	});
}

/** First tick after the record on which draws are screened: 2025-01. */
const AFTER_RECORD = tickOf(2025, 1);

function drawWith(streams: Streams): DrawShock {
	return (shockId, field, distribution) =>
		distribution.kind === "fixed"
			? distribution.value
			: inverseCdf(distribution, streams.uniform(shockKey(shockId, field), 0));
}

/**
 * One uniform a question of a shock, the same in every scenario: the
 * replicate's own, but for what happened before 2025 that of the draw that was
 * screened on it.
 */
export function shockDraws(
	streams: Streams,
	record: RecordLuck | null,
): (shock: Shock) => DrawShock {
	const own = drawWith(streams);
	if (record === null) return () => own;
	const past = drawWith(new Streams(record.seed, record.replicate));
	return (shock) => (firstEffect(shock) < AFTER_RECORD ? past : own);
}
