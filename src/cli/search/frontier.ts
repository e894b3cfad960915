/** Mixes of hedges, each tried in states of the world. */

import { z } from "zod";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { DEFENCE_BUYERS } from "../../calibration/agents/defence-buyers.ts";
import type { ChoicePlan } from "../../experiment/design.ts";
import { hedgeMixes } from "../../inference/search/hedges.ts";
import { runBatchCommand } from "../batch/batch.ts";
import { type BatchValues, batchOptions } from "../line/batch-options.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { repeatLine } from "../line/repeat-line.ts";
import { openStates } from "./states.ts";
import { choicesOnly, type OpenChoice, openTrials } from "./trials.ts";

/** The scenario that holds every hedge, and what it holds them against. */
const PORTFOLIO = { all: "hedge-portfolio", base: "ban-returns" } as const;
/** Months of need that a stockpile may hold at most. */
const LARGEST_STOCK = 1200;
const MOST_SIZES = 12;
const MONTHS_A_YEAR = 12;

/** US defence need, t Sb a month. */
const NEED =
	DEFENCE_BUYERS.filter(({ region }) => region === "US").reduce(
		(sum, { need }) => sum + need.value,
		0,
	) / MONTHS_A_YEAR;

/** Sizes of the stockpile, months; none at all is always among them, first. */
export const stockSizes = z
	.string()
	.transform((text) => text.split(","))
	.refine(
		(texts) =>
			texts.every((one) => {
				const size = Number(one);
				return one.trim() !== "" && size >= 0 && size <= LARGEST_STOCK;
			}),
		`expected months from 0 to ${LARGEST_STOCK}, such as 0,12,36`,
	)
	.transform((texts) =>
		[...new Set([0, ...texts.map(Number)])].sort((a, b) => a - b),
	)
	.refine(
		(sizes) => sizes.length <= MOST_SIZES,
		`expected ${MOST_SIZES} sizes at most, 0 among them`,
	);

/** Flags of `frontier` as they are read. */
type FrontierValues = BatchValues & {
	readonly scenario: readonly string[];
	readonly stockpile: readonly number[];
};

/** Tries every mix of hedges in states of the world. @throws {CommandError} */
export async function drawFrontier({
	scenario,
	stockpile: months,
	...values
}: FrontierValues): Promise<ExitCode> {
	const options = batchOptions(values);
	const states = openStates(scenario, options.edits);
	const choices = openMixes(months);
	const { opened, trials } = openTrials(states, choices);
	const plan: ChoicePlan = {
		kind: "frontier",
		choices: choicesOnly(choices),
		states: states.states,
		trials,
		loss: [],
		criteria: [],
	};
	const words = [
		...states.words.flatMap((state) => ["--scenario", state]),
		...["--stockpile", months.join(",")],
	];
	return runBatchCommand({
		opened,
		comparing: true,
		charts: true,
		repeat: (replicates) =>
			repeatLine("frontier", words, { ...options, replicates }),
		options,
		design: plan,
	});
}

function openMixes(months: readonly number[]): readonly OpenChoice[] {
	const portfolio = openScenario(PORTFOLIO.all).scenario;
	const base = openScenario(PORTFOLIO.base).scenario;
	return hedgeMixes(portfolio, base, months, NEED).map(
		({ id, title, levers, shocks }) => ({
			id,
			title,
			levers,
			changes: shocks,
		}),
	);
}
