/** Close of a story: sums of trade, cost and shortage over its window. */

import { monthWords } from "../../words/dates.ts";
import { listWords } from "../../words/lists.ts";
import { moneyWords, shareWords, tonnesWords } from "../../words/numbers.ts";
import { type Replay, sumOver, valueAt } from "./replay.ts";
import { defenceCauses } from "./shortages.ts";

/** The sums of the window, from the reference month to the end of the horizon. */
export function closing(replay: Replay): readonly string[] {
	const { reference, horizon } = replay.scenario;
	const window = { from: reference, to: horizon.to };
	return [
		`From ${monthWords(window.from)} to ${monthWords(window.to)}: ${usersWords(replay)}`,
		defenceWords(replay, window),
		pakistanWords(replay, window),
	];
}

function usersWords({ metric }: Replay): string {
	const unmet = metric("us_unmet_t");
	const without =
		unmet > 0
			? `US users went without ${tonnesWords(unmet)} at the price paid`
			: "US users got all they would use at the price paid";
	const fiscal = metric("fiscal_cost_usd");
	const state =
		fiscal === 0
			? "the US government spent nothing on supply"
			: `the US government spent ${moneyWords(fiscal)} on supply`;
	return `${without}; their extra cost over the normal price came to ${moneyWords(metric("us_user_cost_usd"))}; ${state}.`;
}

function defenceWords(
	replay: Replay,
	window: { readonly from: number; readonly to: number },
): string {
	const need = sumOver(window, (tick) =>
		valueAt(replay, "defence_need_us_t", tick),
	);
	const causes = defenceCauses(replay, window);
	return causes.length === 0
		? `US defence needed ${tonnesWords(need)} and missed none of it.`
		: `US defence needed ${tonnesWords(need)} and missed ${tonnesWords(replay.metric("defence_unmet_t"))} when due: ${listWords(causes)}.`;
}

function pakistanWords(
	replay: Replay,
	window: { readonly from: number; readonly to: number },
): string {
	const sum = (name: Parameters<typeof valueAt>[1]) =>
		sumOver(window, (tick) => valueAt(replay, name, tick));
	const delivered = sum("pakistan_to_us_t");
	const use = delivered / sum("us_use_t");
	const defence = sum("pakistan_to_us_defence_t") / sum("defence_need_us_t");
	return `Pakistan supplied ${tonnesWords(delivered)} to the United States: ${shareWords(use)} of US use and ${shareWords(defence)} of US defence need; China ${shareWords(replay.metric("china_share_us_supply"))} of US supply.`;
}
