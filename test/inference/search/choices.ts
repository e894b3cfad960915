import type { ChoicePlan } from "../../../src/experiment/design.ts";

/** Choices in states, by hand: the column of a choice in a state, metric by metric. */
export function choicesByHand(
	choices: readonly (readonly [id: string, levers: number])[],
	states: readonly (readonly [id: string, weight: number])[],
	amounts: (choice: string, state: string, metric: string) => readonly number[],
	given: Partial<ChoicePlan> = {},
) {
	const plan: ChoicePlan = {
		kind: "regret",
		choices: choices.map(([id, levers]) => ({ id, title: id, levers })),
		states: states.map(([id, weight]) => ({ id, title: id, weight })),
		trials: states.flatMap(([state]) =>
			choices.map(([choice]) => ({
				scenario: `${state}/${choice}`,
				choice,
				state,
			})),
		),
		loss: ["us_user_cost_usd"],
		criteria: [],
		...given,
	};
	const column = (scenario: string, metric: string) => {
		const [state = "", choice = ""] = scenario.split("/");
		return Float64Array.from(amounts(choice, state, metric));
	};
	return { plan, column };
}
