/** Design of a batch whose scenarios are one question: points of a sweep, or choices in states. */

/** Names of the ways to lay the points of a sweep. */
export const SWEEP_DESIGNS = ["grid", "list", "lhs", "sobol"] as const;
export type SweepDesign = (typeof SWEEP_DESIGNS)[number];

/** A path that a sweep varies. */
export interface SweepAxis {
	readonly path: string;
	/** null: no unit, or values that are no numbers */
	readonly unit: string | null;
}

/** A point of a sweep: a scenario of the batch, and its value on every axis. */
export interface SweepPoint {
	readonly scenario: string;
	readonly values: readonly (number | string)[];
}

/** One scenario under values that vary. */
export interface SweepPlan {
	readonly kind: "sweep";
	/** the scenario that is varied */
	readonly of: string;
	readonly title: string;
	readonly design: SweepDesign;
	readonly axes: readonly SweepAxis[];
	readonly points: readonly SweepPoint[];
}

/** Something that may be chosen: a policy, a mix of hedges. */
export interface Choice {
	readonly id: string;
	readonly title: string;
	/** number of levers it pulls; 0 for doing nothing */
	readonly levers: number;
}

/** A state of the world in which choices are tried. */
export interface WorldState {
	readonly id: string;
	readonly title: string;
	/** above 0; all of a plan sum to 1 */
	readonly weight: number;
}

/** A scenario of the batch: one choice in one state. */
export interface Trial {
	readonly scenario: string;
	readonly choice: string;
	readonly state: string;
}

/** Every choice in every state. */
export interface ChoicePlan {
	readonly kind: "regret" | "frontier";
	readonly choices: readonly Choice[];
	readonly states: readonly WorldState[];
	readonly trials: readonly Trial[];
	/** metrics whose sum is to be small; regret only */
	readonly loss: readonly string[];
	/** statements of the shared grammar, judged by choice and state; regret only */
	readonly criteria: readonly string[];
}

/** Relation of a batch's scenarios to each other. */
export type Design = SweepPlan | ChoicePlan;

/** The scenario of a batch that is one choice in one state. @throws {RangeError} when none is */
export function trialOf(
	{ trials }: ChoicePlan,
	choice: string,
	state: string,
): string {
	const found = trials.find(
		(trial) => trial.choice === choice && trial.state === state,
	);
	if (found) return found.scenario;
	throw new RangeError(`${choice} was not tried in ${state}`);
}
