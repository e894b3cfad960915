import type { ChartInput } from "../../src/charts/chart.ts";
import type { ChoicePlan, SweepPlan } from "../../src/experiment/design.ts";
import {
	INVENTED,
	type SyntheticOptions,
	syntheticInput,
} from "./synthetic.ts";

/** A sweep of five points. */
export const SWEEP: SweepPlan = {
	kind: "sweep",
	of: "pakistan-refinery",
	title: "A Pakistani refinery",
	design: "grid",
	axes: [{ path: "shocks.refinery.capacity", unit: "t/y" }],
	points: INVENTED.slice(0, 5).map(({ name }, i) => ({
		scenario: name,
		values: [i * 2000],
	})),
};

/** Two policies or mixes in some states. */
export const choices = (
	kind: ChoicePlan["kind"],
	states: number,
): ChoicePlan => ({
	kind,
	choices: [
		{ id: "nothing", title: "Do nothing", levers: 0 },
		{
			id: "store",
			title:
				"36-month stockpile + certified refinery + floor + allied refining",
			levers: 4,
		},
	],
	states: Array.from({ length: states }, (_, i) => ({
		id: `state-${i}`,
		title: `The US ban returns, case ${i}`,
		weight: 1 / states,
	})),
	trials: INVENTED.slice(0, 2 * states).map(({ name }, i) => ({
		scenario: name,
		choice: i % 2 === 0 ? "nothing" : "store",
		state: `state-${Math.floor(i / 2)}`,
	})),
	loss: ["us_user_cost_usd", "fiscal_cost_usd"],
	criteria: ["p(us_unmet_t>0)<0.1"],
});

/** A synthetic batch that is one question. */
export const inputOf = (
	design: SweepPlan | ChoicePlan,
	given: SyntheticOptions = {},
): ChartInput => ({
	...syntheticInput({ scenarios: INVENTED, ...given }),
	design,
});
