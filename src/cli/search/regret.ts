/** Policies tried in states of the world, and what choosing each would be regretted. */

import { z } from "zod";
import { CommandError } from "../../actions/refusal.ts";
import {
	openScenario,
	openScenarios,
} from "../../actions/scenarios/open-scenarios.ts";
import type { ChoicePlan } from "../../experiment/design.ts";
import { METRICS } from "../../market/record/record.ts";
import { leversOf, NO_LEVERS } from "../../scenario/edits/lay-over.ts";
import type { Expectation } from "../../scenario/expectations/expectation.ts";
import { listWords } from "../../words/lists.ts";
import { runBatchCommand } from "../batch/batch.ts";
import { type BatchValues, batchOptions } from "../line/batch-options.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { repeatLine } from "../line/repeat-line.ts";
import { word } from "../line/values.ts";
import { openStates } from "./states.ts";
import { choicesOnly, type OpenChoice, openTrials } from "./trials.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** A metric, or a sum of metrics of one unit. */
export const lossMetrics = z
	.string()
	.transform((text) => text.split("+").map((one) => one.trim()))
	.pipe(z.array(word(METRIC_NAMES)))
	.superRefine((loss, context) => {
		const units = [...unitsOf(loss)];
		if (units.length > 1)
			context.addIssue(`expected metrics of one unit, not ${listWords(units)}`);
	});

/** Words and flags of `regret` as they are read. */
type RegretValues = BatchValues & {
	readonly policy: readonly string[];
	readonly against: readonly string[];
	readonly base: string;
	readonly loss: readonly string[];
	readonly satisfy: readonly Expectation[];
};

/** Tries policies in states of the world and weighs regrets. @throws {CommandError} */
export async function weighRegret(values: RegretValues): Promise<ExitCode> {
	const options = batchOptions(values);
	const { policy: policies, base, loss } = values;
	const criteria = values.satisfy.map(({ text }) => text);
	const states = openStates(values.against, options.edits);
	const choices = openPolicies(policies, base);
	const { opened, trials } = openTrials(states, choices);
	const plan: ChoicePlan = {
		kind: "regret",
		choices: choicesOnly(choices),
		states: states.states,
		trials,
		loss,
		criteria,
	};
	const words = [
		...policies,
		...["--against", ...states.words],
		...["--base", base, "--loss", loss.join("+")],
		...criteria.flatMap((text) => ["--satisfy", text]),
	];
	return runBatchCommand({
		opened,
		comparing: true,
		charts: true,
		repeat: (replicates) =>
			repeatLine("regret", words, { ...options, replicates }),
		options,
		design: plan,
	});
}

/** The units in which some metrics are measured. */
function unitsOf(metrics: readonly string[]): ReadonlySet<string> {
	const added = METRICS.filter(({ name }) => metrics.includes(name));
	return new Set(added.map(({ unit }) => unit));
}

/** Doing nothing, then what each scenario adds to the base. @throws {CommandError} */
function openPolicies(
	words: readonly string[],
	baseWord: string,
): readonly OpenChoice[] {
	const base = openScenario(baseWord).scenario;
	const nothing: OpenChoice = {
		id: "nothing",
		title: "Do nothing",
		levers: 0,
		changes: NO_LEVERS,
	};
	const policies = openScenarios(words, []).map(({ scenario }) => {
		const changes = leversOf(scenario, base);
		const levers = changes.shocks.length + changes.parameters.length;
		if (levers === 0)
			throw new CommandError(
				`${scenario.name} adds nothing to ${base.name}; name a policy, or another --base`,
			);
		return { id: scenario.name, title: scenario.title, levers, changes };
	});
	return [nothing, ...policies];
}
