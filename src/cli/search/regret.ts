import { oneOf } from "../../actions/one-of.ts";
import { CommandError } from "../../actions/refusal.ts";
import {
	openScenario,
	openScenarios,
} from "../../actions/scenarios/open-scenarios.ts";
import type { ChoicePlan } from "../../experiment/design.ts";
import { METRICS } from "../../market/record/record.ts";
import { leversOf, NO_LEVERS } from "../../scenario/edits/lay-over.ts";
import { listWords } from "../../words/lists.ts";
import { metricOf } from "../../words/metrics.ts";
import { runBatchCommand } from "../batch/batch.ts";
import { batchOptions } from "../line/batch-options.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { type RawOptions, textOf, textsOf } from "../line/raw-options.ts";
import { repeatLine } from "../line/repeat-line.ts";
import { soundStatement } from "../line/statement.ts";
import { openStates } from "./states.ts";
import { choicesOnly, type OpenChoice, openTrials } from "./trials.ts";

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** Tries policies in states of the world and weighs regrets. @throws {CommandError} */
export async function weighRegret(raw: RawOptions): Promise<ExitCode> {
	const options = batchOptions(raw);
	const policies = textsOf(raw, "policy");
	const base = textOf(raw, "base") ?? "";
	const loss = lossOf(textOf(raw, "loss") ?? "");
	const criteria = textsOf(raw, "satisfy").map(
		(text) => soundStatement(text, "--satisfy").text,
	);
	const states = openStates(textsOf(raw, "against"), options.edits);
	const choices = openPolicies(policies, base);
	const { opened, trials } = openTrials(states, choices);
	const plan: ChoicePlan = {
		kind: "regret",
		choices: choicesOnly(choices),
		states: states.states,
		...{ trials, loss, criteria },
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
		repeat: (settled) => repeatLine("regret", words, settled),
		options,
		design: plan,
	});
}

/** A metric, or a sum of metrics of one unit. @throws {CommandError} */
function lossOf(written: string): readonly string[] {
	const loss = written
		.split("+")
		.map((word) => oneOf(word.trim(), METRIC_NAMES, "--loss"));
	const units = loss.map((name) => metricOf(name).unit);
	if (new Set(units).size > 1)
		throw new CommandError(
			`--loss adds ${listWords(units)}; expected metrics of one unit`,
		);
	return loss;
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
