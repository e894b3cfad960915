/** Satisficing: in how many states of the world a choice keeps a statement. */

import { type ChoicePlan, trialOf } from "../../experiment/design.ts";
import {
	compares,
	type Expectation,
	judgeExpectation,
} from "../../scenario/expectations/expectation.ts";
import { estimateStatistic } from "../../scenario/expectations/expectation-estimate.ts";
import type { Interval } from "../../statistics/interval.ts";

/** A statement judged in one state. */
export interface StateVerdict {
	readonly state: string;
	/** statistic of the statement, with its 95 % interval */
	readonly estimate: Interval;
	readonly holds: boolean;
	/** true when the whole interval is on the same side of the limit as the estimate */
	readonly isSure: boolean;
}

/** Verdicts on a statement for one choice, over all states. */
export interface Satisficing {
	readonly choice: string;
	readonly states: readonly StateVerdict[];
	/** number of states in which the statement holds */
	readonly kept: number;
}

/** Judges a statement for every choice in every state. */
export function satisficingTable(
	plan: ChoicePlan,
	statement: Expectation,
	column: (scenario: string, metric: string) => Float64Array,
): readonly Satisficing[] {
	return plan.choices.map(({ id: choice }) => {
		const states = plan.states.map(({ id: state }) => ({
			state,
			...verdictOn(statement, (metric) =>
				column(trialOf(plan, choice, state), metric),
			),
		}));
		return {
			choice,
			states,
			kept: states.filter(({ holds }) => holds).length,
		};
	});
}

/** Judges a statement by one scenario's runs, with its estimate and how sure it is. */
export function verdictOn(
	statement: Expectation,
	column: (metric: string) => Float64Array,
): Omit<StateVerdict, "state"> {
	const { holds } = judgeExpectation(statement, column);
	const estimate = estimateStatistic(
		statement.statistic,
		column(statement.metric),
	);
	const { bound } = statement;
	const at = (value: number) =>
		bound.kind === "between"
			? value >= bound.low && value <= bound.high
			: compares(value, bound.comparison, bound.limit);
	return {
		estimate,
		holds,
		isSure: at(estimate.low) === holds && at(estimate.high) === holds,
	};
}
