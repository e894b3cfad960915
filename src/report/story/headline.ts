/** Headline of a story: two sentences that set the run against its batch. */

import { monthWords } from "../../words/dates.ts";
import {
	figure,
	moneyWords,
	monthsWords,
	priceWords,
	shareWords,
} from "../../words/numbers.ts";
import { peakOf } from "./recovery.ts";
import type { Replay } from "./replay.ts";

/** The replicate in two sentences, against the medians of its batch. */
export function headline(replay: Replay): readonly string[] {
	return [whoWords(replay), priceHeadline(replay), needHeadline(replay)];
}

function whoWords({ scenario, replicate, batch, why }: Replay): string {
	const asked = why === "" ? "" : ` (${why})`;
	return `Replicate ${replicate}${asked} of "${scenario.title}", one of ${batch} runs that share the scenario and differ in parameters and luck.`;
}

function priceHeadline(replay: Replay): string {
	const { metric, median, scenario } = replay;
	const months = metric("months_above_2x");
	return `Antimony in Rotterdam averaged ${priceWords(metric("mean_price_12m_usd_t"))} over the twelve months from ${monthWords(scenario.reference)} (batch median ${figure(median("mean_price_12m_usd_t"))}), peaked at ${priceWords(metric("peak_price_usd_t"))} in ${monthWords(peakOf(replay))} (median of peaks ${figure(median("peak_price_usd_t"))}) and stood above twice its normal price for ${monthsWords(months)} (median ${figure(median("months_above_2x"))}).`;
}

function needHeadline({ metric, median }: Replay): string {
	const share = metric("defence_unmet_share");
	const defence =
		share > 0
			? `${shareWords(share)} of US defence need was not met when due (median ${shareWords(median("defence_unmet_share"))})`
			: "US defence need was met in full";
	return `US users paid ${extraWords(metric("us_user_cost_usd"))} at the normal price (median ${moneyWords(median("us_user_cost_usd"))}); ${defence}.`;
}

function extraWords(cost: number): string {
	return cost < 0
		? `${moneyWords(-cost)} less than`
		: `${moneyWords(cost)} more than`;
}
