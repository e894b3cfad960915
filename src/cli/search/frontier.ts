import { CommandError } from "../../actions/refusal.ts";
import { openScenario } from "../../actions/scenarios/open-scenarios.ts";
import { DEFENCE_BUYERS } from "../../calibration/agents/defence-buyers.ts";
import type { ChoicePlan } from "../../experiment/design.ts";
import { hedgeMixes } from "../../inference/search/hedges.ts";
import { safeText } from "../../words/safe-text.ts";
import { runBatchCommand } from "../batch/batch.ts";
import { batchOptions } from "../line/batch-options.ts";
import type { ExitCode } from "../line/exit-codes.ts";
import { type RawOptions, textOf, textsOf } from "../line/raw-options.ts";
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

/** Tries every mix of hedges in states of the world. @throws {CommandError} */
export async function drawFrontier(raw: RawOptions): Promise<ExitCode> {
	const options = batchOptions(raw);
	const months = monthsOf(textOf(raw, "stockpile") ?? "");
	const states = openStates(textsOf(raw, "scenario"), options.edits);
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

/** Sizes of the stockpile; none at all is always among them, first. @throws {CommandError} */
function monthsOf(written: string): readonly number[] {
	const sizes = written.split(",").map((text) => {
		const size = Number(text);
		if (text.trim() === "" || !(size >= 0 && size <= LARGEST_STOCK))
			throw new CommandError(
				`--stockpile is "${safeText(written)}"; expected months from 0 to ${LARGEST_STOCK}, such as 0,12,36`,
			);
		return size;
	});
	const all = [...new Set([0, ...sizes])].sort((a, b) => a - b);
	if (all.length > MOST_SIZES)
		throw new CommandError(
			`--stockpile has ${all.length} sizes; expected ${MOST_SIZES} at most`,
		);
	return all;
}

function openMixes(months: readonly number[]): readonly OpenChoice[] {
	const portfolio = openScenario(PORTFOLIO.all).scenario;
	const base = openScenario(PORTFOLIO.base).scenario;
	return hedgeMixes(portfolio, base, months, NEED).map(
		({ id, title, levers, shocks }) => ({
			...{ id, title, levers },
			changes: shocks,
		}),
	);
}
