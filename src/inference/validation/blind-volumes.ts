/** Tonnes of 2025 beside the frozen predictive: exports, imports and output over the months on record. */

import {
	VOLUMES_OF_2025,
	type VolumeOf2025,
} from "../../calibration/record-2025/volumes-of-2025.ts";
import type { Basis } from "../../calibration/row.ts";
import { SB_IN_EXPORTS } from "../../calibration/trade/trade-facts.ts";
import { tickOf } from "../../quantities.ts";
import { tickOfDay } from "../facts/readings.ts";
import {
	FROZEN_2025,
	FROZEN_LEVELS,
	type FrozenSeries,
} from "../forecasts/frozen-2025.ts";

/** Antimony in a gross tonne of ore and concentrate that China imports, t Sb. Basis: assumed; concentrates of 30 to 50 %. */
const SB_IN_ORE = 0.4;

/** A published figure beside the sum of the predictive's months. */
export interface JudgedVolume {
	readonly label: string;
	/** `YYYY-MM..YYYY-MM` */
	readonly period: string;
	/** t Sb, with its range where there is one */
	readonly record: number;
	readonly low: number | null;
	readonly high: number | null;
	/** sums of the months' quantiles, t Sb; the band of a sum is narrower than that of p10 to p90 */
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
	/** true when the record lies between the sums; null for what is shown and not scored */
	readonly inside: boolean | null;
	readonly basis: Basis;
	readonly source: string;
}

/** Series of the predictive that answers a flow of the record, and its antimony in a gross tonne. */
const FLOWS: Readonly<
	Partial<
		Record<
			VolumeOf2025["series"],
			{
				readonly label: string;
				readonly series: FrozenSeries;
				readonly sbInGross: number;
			}
		>
	>
> = {
	china_exports_t: {
		label: "Chinese exports, declared",
		series: "china_exports_licensed_t",
		sbInGross: SB_IN_EXPORTS,
	},
	china_concentrate_imports_t: {
		label: "Chinese ore imports",
		series: "china_concentrate_imports_t",
		sbInGross: SB_IN_ORE,
	},
};

const FIRST = tickOf(2025, 1);

const monthOf = (text: string): number => tickOfDay(text) - FIRST;

/** Sum of a quantile over the months of a span. */
function summed(
	series: FrozenSeries,
	{ from, to }: Pick<VolumeOf2025, "from" | "to">,
	level: (typeof FROZEN_LEVELS)[number],
): number {
	const at = FROZEN_LEVELS.indexOf(level);
	return FROZEN_2025[series]
		.slice(monthOf(from), monthOf(to) + 1)
		.reduce((sum, quantiles) => sum + quantiles[at]!, 0);
}

function judged(
	label: string,
	series: FrozenSeries,
	row: VolumeOf2025,
	factor: number,
): JudgedVolume {
	const record = factor * row.tonnes;
	const [p10, p50, p90] = ([0.1, 0.5, 0.9] as const).map((level) =>
		summed(series, row, level),
	) as [number, number, number];
	return {
		label,
		period: row.from === row.to ? row.from : `${row.from}..${row.to}`,
		record,
		low: row.low === undefined ? null : factor * row.low,
		high: row.high === undefined ? null : factor * row.high,
		p10,
		p50,
		p90,
		inside: row.scored ? record >= p10 && record <= p90 : null,
		basis: row.basis,
		source: row.source,
	};
}

function flowVolumes(): readonly JudgedVolume[] {
	return VOLUMES_OF_2025.filter(({ scored }) => scored).flatMap((row) => {
		const flow = FLOWS[row.series];
		if (flow === undefined) return [];
		const factor = row.unit === "t gross" ? flow.sbInGross : 1;
		return [judged(flow.label, flow.series, row, factor)];
	});
}

/** US imports of the year: oxide by judgement with metal as printed, then with the oxide as printed, which is not scored. */
function usVolumes(): readonly JudgedVolume[] {
	const metal = VOLUMES_OF_2025.find(
		({ series, unit }) => series === "us_imports_metal_t" && unit === "t Sb",
	)!;
	return VOLUMES_OF_2025.filter(
		({ series }) => series === "us_imports_oxide_t",
	).map((oxide) => {
		const printed = oxide.basis === "reported";
		const { low, high, ...rest } = oxide;
		const added = (tonnes: number) => tonnes + metal.tonnes;
		return judged(
			printed
				? "US imports, oxide as printed (an outlier)"
				: "US imports, oxide by judgement",
			"us_imports_t",
			{
				...rest,
				...(low === undefined ? {} : { low: added(low) }),
				...(high === undefined ? {} : { high: added(high) }),
				tonnes: added(oxide.tonnes),
				scored: !printed,
				source: `oxide: ${oxide.source}; metal: ${metal.source}`,
			},
			1,
		);
	});
}

/** Every volume of 2025 that the frozen predictive has an answer to. */
export function judgeVolumes(): readonly JudgedVolume[] {
	return [...flowVolumes(), ...usVolumes()];
}
