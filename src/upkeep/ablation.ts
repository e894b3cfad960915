/** Ablation study: shifts of facts and policy results when a mechanism is left out. */

import { openScenario } from "../actions/scenarios/open-scenarios.ts";
import { recordOf2018To2024 } from "../actions/scenarios/record-scenario.ts";
import { print, say } from "../cli/terminal/talk.ts";
import {
	type Ablation,
	ablate,
	type EffectShift,
	type FactShift,
} from "../inference/validation/ablation.ts";
import { createSimulator } from "../market/replicate.ts";
import { MECHANISMS } from "../market/simulator.ts";
import type { Interval } from "../statistics/interval.ts";
import { factNumber } from "../words/numbers.ts";

const SEED = "ablation";
const SIZE = {
	recordReplicates: 400,
	calmReplicates: 150,
	policyReplicates: 400,
} as const;
const POLICIES = [
	"no-restrictions",
	"pakistan-raw-ore",
	"pakistan-refinery-certified",
	"pakistan-withholds",
	"allied-refining",
	"us-stockpile",
	"hedge-portfolio",
] as const;
const METRICS = [
	"mean_price_12m_usd_t",
	"us_unmet_t_24m",
	"us_user_cost_usd",
	"pakistan_share_us_defence_2030",
] as const;
/** Shift of a median, in units of the 10 to 90 % spread, from which a fact is named. */
const NAMED = 0.15;

function factWords({ id, withIt, without, shift }: FactShift): string | null {
	const flips = withIt.scored && withIt.pass !== without.pass;
	if (!flips && Math.abs(shift) < NAMED) return null;
	const words = `${id} ${factNumber(withIt.p50)} → ${factNumber(without.p50)}`;
	return flips
		? `**${words} (${without.pass ? "now inside" : "now outside"})**`
		: words;
}

const excludesZero = ({ low, high }: Interval): boolean => low > 0 || high < 0;

function effectWords(effect: EffectShift): string | null {
	if (!excludesZero(effect.change)) return null;
	return `${effect.policy} on ${effect.metric}: ${factNumber(effect.withIt.value)} → ${factNumber(effect.without.value)}`;
}

const list = (words: readonly (string | null)[]): string =>
	words.filter((word) => word !== null).join("; ") || "none";

function line({ mechanism, facts, effects }: Ablation): string {
	return `| ${mechanism} | ${list(facts.map(factWords))} | ${list(effects.map(effectWords))} |`;
}

const scenario = (name: string) => openScenario(name).scenario;
const record = recordOf2018To2024();
const table = ablate(
	createSimulator,
	{
		...SIZE,
		record,
		base: scenario("ban-returns"),
		policies: POLICIES.map(scenario),
		metrics: METRICS,
		seed: SEED,
	},
	MECHANISMS,
	(mechanism) => say(`without ${mechanism}`),
);
print(
	[
		`Screened parameters, ${SIZE.recordReplicates} replicates of the record, ${SIZE.calmReplicates} calm ones, ${SIZE.policyReplicates} of every policy, seed ${SEED}. Parameters are not fitted again.`,
		`Facts: medians that move by more than ${NAMED} of their 10 to 90 % spread, or whose verdict changes. Policy results: mean paired differences to ban-returns whose change has a 95 % interval without zero.`,
		"",
		"| without | facts | policy results |",
		"| --- | --- | --- |",
		...table.map(line),
	].join("\n"),
);
