/** Prologue of the calibration: an ensemble Kalman smoother, of which only the covariance is used. */

import { questionKey } from "../../random/question.ts";
import type { Streams } from "../../random/streams.ts";
import {
	centred,
	choleskyOf,
	type Square,
	solveCholesky,
} from "../../statistics/linear.ts";
import type { Hypothesis } from "./particle.ts";
import type { Target } from "./target.ts";

/** Steps of the smoother, each taking in an equal part of the evidence. */
const STEPS = 4;
/** Correlation with a row of the record below which a score is not moved by it. */
const LEAST_CORRELATION = 0.15;

const noise = questionKey("smoother", "noise of a row");

/** A member whose run was sound, with the facts it left. */
interface Judged {
	readonly member: number;
	readonly facts: Float64Array;
}

const square = (x: number): number => x * x;

/** Covariance of each score with each row of the record; chance correlations are taken out. */
function gainOf(
	scores: readonly Float64Array[],
	facts: readonly Float64Array[],
): readonly Float64Array[] {
	const rows = facts[0]!.length;
	const own = centred(scores);
	const gain = Array.from(own[0]!, () => new Float64Array(rows));
	const spreadScores = new Float64Array(gain.length);
	const spreadFacts = new Float64Array(rows);
	own.forEach((row, i) => {
		for (let j = 0; j < rows; j += 1) spreadFacts[j]! += square(facts[i]![j]!);
		for (let k = 0; k < row.length; k += 1) {
			spreadScores[k]! += square(row[k]!);
			for (let j = 0; j < rows; j += 1) gain[k]![j]! += row[k]! * facts[i]![j]!;
		}
	});
	const count = scores.length - 1;
	return gain.map((row, k) =>
		row.map((sum, j) => {
			const most = Math.sqrt(spreadScores[k]! * spreadFacts[j]!);
			return Math.abs(sum) < LEAST_CORRELATION * most ? 0 : sum / count;
		}),
	);
}

/** Covariance of the rows over the members, with the error that a step allows. */
function spreadOf(
	facts: readonly Float64Array[],
	discrepancies: Float64Array,
): Square {
	const rows = discrepancies.length;
	const spread = Array.from({ length: rows }, () => new Float64Array(rows));
	for (const own of facts)
		for (let i = 0; i < rows; i += 1)
			for (let j = 0; j < rows; j += 1)
				spread[i]![j]! += (own[i]! * own[j]!) / (facts.length - 1);
	return spread.map((row, i) =>
		row.map((value, j) =>
			i === j ? value + STEPS * square(discrepancies[i]!) : value,
		),
	);
}

/** Moves one member towards the record as it was perturbed for it. */
function updated(
	scores: Float64Array,
	gain: readonly Float64Array[],
	weights: Float64Array,
): Float64Array {
	return scores.map((score, k) => {
		let moved = score;
		for (let j = 0; j < weights.length; j += 1)
			moved += gain[k]![j]! * weights[j]!;
		return moved;
	});
}

/**
 * Draws an ensemble from the prior towards the record by smoothing with multiple data assimilation (Emerick and
 * Reynolds 2013), four steps that inflate the errors fourfold in variance. Members whose runs broke stay.
 *
 * @param run scored facts of each hypothesis, null where its run broke
 */
export async function smoothed(
	members: readonly Hypothesis[],
	{ record, discrepancies }: Target,
	run: (
		members: readonly Hypothesis[],
	) => Promise<readonly (Float64Array | null)[]>,
	streams: Streams,
): Promise<readonly Hypothesis[]> {
	let now = members;
	for (let step = 0; step < STEPS; step += 1) {
		const found = await run(now);
		const judged = found.flatMap((facts, member): readonly Judged[] =>
			facts === null ? [] : [{ member, facts }],
		);
		const facts = centred(judged.map((one) => one.facts));
		const sound = judged.map(({ member }) => now[member]!);
		const lower = choleskyOf(spreadOf(facts, discrepancies));
		const gains = {
			scores: gainOf(
				sound.map(({ scores }) => scores),
				facts,
			),
			luck: gainOf(
				sound.map(({ luck }) => luck),
				facts,
			),
		};
		const moved = new Map(
			judged.map(({ member, facts: own }) => {
				const gap = own.map((value, j) => {
					const at = (step * now.length + member) * own.length + j;
					const error =
						Math.sqrt(STEPS) * discrepancies[j]! * streams.normal(noise, at);
					return record[j]! + error - value;
				});
				const weights = solveCholesky(lower, gap);
				const { scores, luck } = now[member]!;
				return [
					member,
					{
						scores: updated(scores, gains.scores, weights),
						luck: updated(luck, gains.luck, weights),
					},
				] as const;
			}),
		);
		now = now.map((member, i) => moved.get(i) ?? member);
	}
	return now;
}
