/** Draws of a replicate: its parameters and the sizes of its shocks. */

import type { Ensemble, Member } from "../../calibration/priors/ensemble.ts";
import {
	LUCK_WIDTH,
	luckOfText,
} from "../../calibration/priors/luck-scores.ts";
import {
	type KeptDraw,
	type PastDraw,
	SIZED_EVENTS,
} from "../../calibration/priors/past-draw.ts";
import { POSTERIOR } from "../../calibration/priors/posterior.ts";
import { PRIORS } from "../../calibration/priors/priors.ts";
import { SCREENED } from "../../calibration/priors/screened.ts";
import { tickOf } from "../../quantities.ts";
import { inverseCdf } from "../../random/draw.ts";
import { parameterKey, shockKey } from "../../random/question.ts";
import { Streams } from "../../random/streams.ts";
import type { Shock, SoundScenario } from "../../scenario/types.ts";
import { firstEffect } from "../forks.ts";
import type { DrawShock } from "../shocks/draw.ts";
import type { ParameterSet } from "../simulator.ts";

const parameterKeys = PRIORS.map((row) => parameterKey(row.path));
const pickKey = {
	screened: parameterKey("screened draw"),
	posterior: parameterKey("posterior draw"),
	ensemble: parameterKey("member of the ensemble"),
};
/** Draws from which each set of parameters picks. */
export const DRAWS = {
	screened: SCREENED,
	posterior: POSTERIOR,
	prior: [],
} as const satisfies Record<ParameterSet, readonly KeptDraw[]>;

/** Picks a draw by cumulative weight. @param u uniform in (0, 1) */
export function pickDraw<Draw extends { readonly weight: number }>(
	draws: readonly Draw[],
	u: number,
): Draw {
	let sum = 0;
	for (const draw of draws) {
		sum += draw.weight;
		if (u < sum) return draw;
	}
	const last = draws[draws.length - 1];
	if (last === undefined) throw new RangeError("there are no draws to pick");
	return last;
}

/** The past that a member of an ensemble stands for. @throws {RangeError} when its draw is none that is kept */
export function pastOfMember(member: Member, ensemble: Ensemble): PastDraw {
	const draw = POSTERIOR[member.draw];
	if (draw === undefined)
		throw new RangeError(`the posterior has no draw ${member.draw}`);
	const { values, sizes, stream } = member;
	return {
		values,
		sizes,
		luck: luckOfText(draw.luck + member.luck),
		kin: { seed: ensemble.kin, stream },
	};
}

/** Past of a replicate: of the ensemble, else of the set; null when parameters come from the prior. */
export function pastDraw(
	streams: Streams,
	set: ParameterSet,
	ensemble: Ensemble | null,
): PastDraw | null {
	if (ensemble !== null) {
		const u = streams.uniform(pickKey.ensemble, 0);
		return pastOfMember(pickDraw(ensemble.members, u), ensemble);
	}
	if (set === "prior") return null;
	const kept = pickDraw(DRAWS[set], streams.uniform(pickKey[set], 0));
	return { ...kept, luck: luckOfText(kept.luck) };
}

/**
 * Draws every parameter of a replicate, one uniform a path. A past draw replaces the priors
 * that the record informs; a value that the scenario sets wins over both.
 */
export function drawParameters(
	scenario: SoundScenario,
	streams: Streams,
	past: PastDraw | null,
	values: Float64Array,
): void {
	scenario.parameters.forEach((entry, i) => {
		const u = streams.uniform(parameterKeys[i]!, 0);
		values[i] =
			past !== null && !entry.overridden
				? (past.values[i] ?? inverseCdf(entry.distribution, u))
				: inverseCdf(entry.distribution, u);
	});
}

/** First month after the record, to which past draws rule. */
export const RECORD_TO = tickOf(2025, 1);

const SIZES = new Map(
	SIZED_EVENTS.map(([shock, field], i) => [`${shock} ${field}`, i]),
);

function drawWith(streams: Streams): DrawShock {
	return (shockId, field, distribution) =>
		distribution.kind === "fixed"
			? distribution.value
			: inverseCdf(distribution, streams.uniform(shockKey(shockId, field), 0));
}

/** Streams that answer in a past's months what it does not say: its kin's, or the replicate's own. */
export function kinOf(past: PastDraw | null, own: Streams): Streams {
	return past?.kin === undefined
		? own
		: new Streams(past.kin.seed, past.kin.stream);
}

/**
 * Makes the draws of a shock's uncertain fields, the same in every scenario: the replicate's
 * own, but those of the past draw for the sizes of events before 2025, and those of its kin for
 * all else that has an effect in its months.
 *
 * @param kin as `kinOf` gives them
 */
export function shockDraws(
	streams: Streams,
	past: PastDraw | null,
	kin: Streams,
): (shock: Shock) => DrawShock {
	const own = drawWith(streams);
	if (past === null) return () => own;
	const lived = past.kin === undefined ? own : drawWith(kin);
	const until = past.kin === undefined ? 0 : past.luck.length / LUCK_WIDTH;
	const sized: DrawShock = (shockId, field, distribution) => {
		const size = past.sizes[SIZES.get(`${shockId} ${field}`) ?? -1];
		return size === undefined
			? lived(shockId, field, distribution)
			: inverseCdf(distribution, size);
	};
	return (shock) => {
		const from = firstEffect(shock);
		if (from < RECORD_TO) return sized;
		return from < until ? lived : own;
	};
}
