/** Lenses of Islamabad: engagement, leverage, sanctions, and shipments held back. */

import { log } from "../../math.ts";
import type {
	ChineseLeverage,
	Engagement,
	ProliferationSanctions,
	UsEngagement,
	Withholding,
} from "../../scenario/shocks/islamabad.ts";
import { regionIndex } from "../world/structure.ts";
import { firstPoint, interpolate } from "./interpolate.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { knownTick, shareOf, spanOf, ticksOf } from "./span.ts";

/** Weight of one act of engagement by its form. Basis: assumed. */
const WEIGHT: Readonly<Record<Engagement, number>> = {
	visit: 0.1,
	aid: 0.2,
	"arms-sustainment": 0.3,
	finance: 0.3,
};
/** Sum of money that counts, USD. */
const MONEY = 1e8;

/**
 * American engagement in the month it becomes known:
 *
 *     weight of its form · (1 + ln(1 + value / 100 million USD))
 */
function usEngagementLens(act: UsEngagement, { draw }: Surroundings): Lens {
	const value = act.value === null ? 0 : draw(act.id, "value", act.value);
	const weight = WEIGHT[act.form] * (1 + log(1 + value / MONEY));
	const tick = knownTick(act);
	return {
		from: tick,
		to: tick + 1,
		apply: (rules) => {
			rules.engagement += weight;
		},
	};
}

/** China's hold on Islamabad, linear between its points. */
function chineseLeverageLens(
	leverage: ChineseLeverage,
	{ draw }: Surroundings,
): Lens {
	const ticks = leverage.path.map((point) => point.tick);
	const levels = leverage.path.map((point, i) =>
		draw(leverage.id, `path.${i}.level`, point.level),
	);
	return {
		from: ticks[0] ?? 0,
		to: ticksOf(spanOf(leverage)).to,
		apply: (rules, tick) => {
			rules.leverage = interpolate(ticks, levels, tick);
		},
	};
}

/** Sanctions on suppliers of Pakistan's missile programme, in the month they become known. */
function proliferationSanctionsLens(
	sanctions: ProliferationSanctions,
	{ draw }: Surroundings,
): Lens {
	const weight = draw(sanctions.id, "weight", sanctions.weight);
	const tick = knownTick(sanctions);
	return {
		from: tick,
		to: tick + 1,
		apply: (rules) => {
			rules.sanctions += weight;
		},
	};
}

/** A share of a region's shipments to the United States held back. */
function withholdingLens(
	withholding: Withholding,
	{ draw }: Surroundings,
): Lens {
	const share = draw(withholding.id, "share", withholding.share);
	const by = regionIndex(withholding.by);
	const span = spanOf(withholding);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			rules.withheld[by] = Math.max(
				rules.withheld[by]!,
				share * shareOf(span, [], tick),
			);
		},
	};
}

/** Effects of what moves Islamabad, and of what it does. */
export const ISLAMABAD_LENSES = {
	"us-engagement": { lens: usEngagementLens },
	"chinese-leverage": { lens: chineseLeverageLens, firstTick: firstPoint },
	"proliferation-sanctions": {
		lens: proliferationSanctionsLens,
	},
	withholding: { lens: withholdingLens },
} satisfies Partial<Lenses>;
