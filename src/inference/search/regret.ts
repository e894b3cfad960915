/** Regret: what each choice loses beside the best choice of a state of the world. */

import { type ChoicePlan, trialOf } from "../../experiment/design.ts";
import { type Interval, meanInterval } from "../../statistics/interval.ts";
import { pairedDifferences } from "../../statistics/paired.ts";
import { sortSamples } from "../../statistics/quantile.ts";

/** Loss of a choice in one state, and its excess over the best choice there. */
export interface StateRegret {
	readonly state: string;
	/** mean loss, in the unit of the loss */
	readonly loss: Interval;
	/** mean of loss less that of the best choice in this state, run by run; 0 for the best itself */
	readonly regret: Interval;
	readonly isBest: boolean;
}

/** Regret of a choice over all states. */
export interface Regret {
	readonly choice: string;
	readonly states: readonly StateRegret[];
	/** the state in which it is regretted most */
	readonly worst: StateRegret;
	/** mean of the regrets, states weighted */
	readonly mean: Interval;
}

/** Sum of some metrics of a scenario, run by run; NaN where one has nothing to report. */
export function lossOf(
	column: (scenario: string, metric: string) => Float64Array,
	scenario: string,
	metrics: readonly string[],
): Float64Array {
	const [first, ...rest] = metrics.map((metric) => column(scenario, metric));
	const sum = Float64Array.from(first ?? []);
	for (const values of rest)
		values.forEach((value, i) => {
			sum[i]! += value;
		});
	return sum;
}

/**
 * Regret of every choice in every state (Savage 1951): its loss less that of the choice with
 * the least mean loss there. Means over runs decide which choice that is, since nobody
 * chooses after the dice have fallen. Least regretted first: by the worst state, then by
 * the mean.
 */
export function regretTable(
	plan: ChoicePlan,
	column: (scenario: string, metric: string) => Float64Array,
): readonly Regret[] {
	const losses = (choice: string, state: string) =>
		lossOf(column, trialOf(plan, choice, state), plan.loss);
	const bests = new Map(
		plan.states.map(({ id }) => [id, bestIn(plan, id, losses)]),
	);
	const rows = plan.choices.map(({ id: choice }): Regret => {
		const above = plan.states.map(({ id }) =>
			pairedDifferences(
				losses(bests.get(id) ?? choice, id),
				losses(choice, id),
			),
		);
		const states = plan.states.map(
			({ id }, i): StateRegret => ({
				state: id,
				loss: meanOf(losses(choice, id)),
				regret: meanOf(above[i]!),
				isBest: bests.get(id) === choice,
			}),
		);
		const weights = plan.states.map(({ weight }) => weight);
		return {
			choice,
			states,
			worst: states.reduce((worst, state) =>
				state.regret.value > worst.regret.value ? state : worst,
			),
			mean: meanOf(weighted(above, weights)),
		};
	});
	return [...rows].sort(
		(a, b) =>
			a.worst.regret.value - b.worst.regret.value ||
			a.mean.value - b.mean.value,
	);
}

const meanOf = (values: Float64Array): Interval =>
	meanInterval(sortSamples(values));

/** Choice of least mean loss in a state; of equals the first. */
function bestIn(
	{ choices }: ChoicePlan,
	state: string,
	losses: (choice: string, state: string) => Float64Array,
): string {
	const means = choices.map(({ id }) => meanOf(losses(id, state)).value);
	return choices[means.indexOf(Math.min(...means))]?.id ?? "";
}

/** Weighted sums of columns, run by run. */
export function weighted(
	columns: readonly Float64Array[],
	weights: readonly number[],
): Float64Array {
	return Float64Array.from(columns[0] ?? [], (_, run) =>
		columns.reduce(
			(sum, values, i) => sum + values[run]! * (weights[i] ?? 0),
			0,
		),
	);
}
